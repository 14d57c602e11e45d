// What the reader does before the app is there counts: the last click is made again, what is typed and chosen is answered, links lead
// on at once. That focus, carets, opened details and the filter of projects outlive the app's arrival: swap.test.js.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { alive, launch, open } from "./browser.js";
import { APP, hold } from "./foreign.js";
import { ExplorerPage, take } from "./page.js";
import { serveAt } from "./site.js";
import { after, before, test } from "./testing.js";

const DESK = {};
const PHONE = { width: 390, height: 780, hasTouch: true, isMobile: true };

let site;
let browser;

before(async () => {
  site = await serveAt("/a/b/");
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await site?.close();
});

// `act` is done on a page whose app has not come, which then comes; `isDone` is what it leads to.
function early(name, address, act, isDone, size = DESK) {
  test(`${name}: ${address}${size === PHONE ? ", on a phone" : ""}`, async () => {
    const page = await open(browser, size);
    // What a share leads to, without the sheet of the system.
    await page.addInitScript(() => {
      for (const name of ["share", "clipboard"]) Object.defineProperty(navigator, name, { value: undefined });
    });
    const arrive = await hold(page, APP);
    await page.goto(site.at(address));
    const explorer = new ExplorerPage(page);
    await act(page, explorer);
    assert.equal(await page.locator("html").getAttribute("data-state"), "starting");
    arrive();
    await alive(page);
    await isDone(page, explorer);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

const click = (selector) => (page) => page.locator(selector).click();
const tap = (selector) => (page) => page.locator(selector).tap();
const mark = (figure, id) => `#${figure} .chart > svg:visible [data-id="${id}"] .name`;
const CATEGORY = '#facets [data-id="sector:coal"]';
const shows = (selector) => (page) => page.locator(selector).first().waitFor();

// Buttons.
const SHARED = ".nav .link-to-copy";
early("a button that shares", "tasks.html", click(".nav [data-test=share]"), async (page) => {
  assert.equal(await page.locator(SHARED).inputValue(), site.at("tasks.html"));
});
early("the same by a key", "en/topics.html", (page) => page.locator(".nav [data-test=share]").press("Enter"), shows(SHARED));
early("a button that embeds the page", "projects.html", click(".nav [data-test=embed]"), shows("dialog.embed[open]"));
early("a button that embeds a chart", "topics.html", (page) => take(page.locator("#funding [data-embed-of=funding]")), async (page) => {
  await page.locator("dialog.embed[open]").waitFor();
  assert.match(await page.locator("dialog.embed").innerHTML(), /item=funding/);
});
early("a switch between table and chart", "en/indicators.html", click("[data-test=as-chart]"), async (page, explorer) => {
  await explorer.addressIs("indicators.html?as=chart&v=3");
  await page.locator("#indicators-chart .chart > svg").waitFor();
});
early("a button that opens the categories", "projects.html", tap(".open-facets"), shows("#facets .choice:visible"), PHONE);
early("a button that opens the search", "topics.html", tap("#search-open"), (_, explorer) => explorer.focusIsOn("#search"), PHONE);
test("a button that saves a picture", async () => {
  const page = await open(browser);
  const arrive = await hold(page, APP);
  await page.goto(site.at("topics.html"));
  const saved = page.waitForEvent("download");
  await page.locator("#levels .take").evaluate((menu) => (menu.open = true));
  await page.locator("#levels .downloads select").selectOption("high");
  await take(page.locator("#levels [data-download=svg]"));
  arrive();
  const file = await saved;
  assert.match(file.suggestedFilename(), /本区-全市-全国\.svg$/);
  assert.match(await readFile(await file.path(), "utf8"), / width="1080" height="1350"/);
  await page.context().close();
});

test("what is pressed before the app is there says that it waits, and does so no longer than that", async () => {
  const page = await open(browser, PHONE);
  const arrive = await hold(page, APP);
  await page.goto(site.at("projects.html"));
  const busy = page.locator("[aria-busy]");
  await page.locator(".open-facets").tap();
  assert.equal(await busy.count(), 1);
  assert.ok((await busy.evaluate((control) => Number(getComputedStyle(control).opacity))) < 1);
  // Another press is the one that is made again.
  await page.locator("#search-open").tap();
  assert.deepEqual(await busy.evaluateAll((all) => all.map(({ id }) => id)), ["search-open"]);
  arrive();
  await alive(page);
  await page.waitForFunction(() => document.activeElement.id === "search");
  assert.equal(await busy.count(), 0);
  await page.context().close();
});

// Marks of charts.
early("a category that filters", "projects.html", click(CATEGORY), async (_, explorer) => {
  await explorer.addressIs("projects.html?sector=coal&v=3");
  await explorer.showsProjects(2);
});
for (const [size, press] of [[DESK, click], [PHONE, tap]]) {
  early("a mark that leads to what it shows", "", press(mark("promise", "fdi")), async (_, explorer) => {
    await explorer.addressIs("indicators.html?item=fdi&v=3");
    await explorer.focusIsOn("#indicator-detail h2");
  }, size);
}

early(
  "a click that was followed by another is not made again",
  "projects.html",
  async (page, explorer) => {
    await click(CATEGORY)(page);
    await explorer.filter.click();
    await explorer.filter.fill("魏寨");
  },
  async (page, explorer) => {
    await explorer.addressIs("projects.html?q=%E9%AD%8F%E5%AF%A8&v=3");
    await explorer.showsProjects(3);
    assert.equal(await page.locator(".chips button").filter({ hasText: "煤炭" }).count(), 0);
  },
);

// Fields.
const isFound = async (page, explorer) => {
  await explorer.options.first().waitFor();
  await page.keyboard.press("Enter");
  await explorer.addressIs("indicators.html?item=pm25&v=3");
};
for (const lang of ["", "en/"]) {
  early("what is typed into the search is looked for", `${lang}tasks.html`, async (page, explorer) => {
    await explorer.search.click();
    await page.keyboard.type("pm2.5");
  }, isFound);
}
early("a key leads to the search", "topics.html", async (page, explorer) => {
  await page.keyboard.press("/");
  await page.keyboard.type("pm2.5");
  await explorer.searchSays("pm2.5");
}, isFound);
early("a key in a field is a letter", "data.html", async (page) => {
  await page.locator("#figure-filter").click();
  await page.keyboard.type("1/2");
}, async (page, explorer) => {
  assert.equal(await page.locator("#figure-filter").inputValue(), "1/2");
  await explorer.focusIsOn("#figure-filter");
});
early("what is typed and chosen of the figures", "data.html", async (page) => {
  await page.locator("#figure-filter").fill("就业");
  await page.locator("#figures-by").selectOption("subject");
}, async (page) => {
  await page.waitForFunction(() => location.search.includes("figures=subject") && location.search.includes("%E5%B0%B1%E4%B8%9A"));
  assert.ok((await page.locator("[data-test=figure-row]").count()) < 20);
});
early("a sort order", "en/indicators.html", (page) => page.locator("#sort").selectOption("name"), async (page, explorer) => {
  await explorer.addressIs("indicators.html?sort=name&v=3");
  assert.equal(await page.locator("#sort").inputValue(), "name");
  assert.match(await page.locator("[data-test=indicator-row]").first().textContent(), /Cut in energy use/);
});

// Links: by the browser.
for (const [name, address, link, to] of [
  ["to another page", "", '.nav nav a[href="tasks.html"]', "tasks.html"],
  ["to the other language", "data.html", "a[hreflang=en]", "en/data.html"],
  ["to an item", "projects.html", "[data-test=project-row] [data-item=p08]", "projects.html?item=p08&v=3#item-p08"],
]) {
  test(`a link ${name} leads there at once`, async () => {
    const page = await open(browser);
    const arrive = await hold(page, APP);
    await page.goto(site.at(address));
    await Promise.all([page.waitForEvent("domcontentloaded"), page.locator(link).click()]);
    assert.equal(page.url(), site.at(to));
    assert.equal(await page.locator("html").getAttribute("data-state"), "starting");
    arrive();
    await alive(page);
    if (to.includes("item")) await page.locator("#project-detail.open h2").waitFor();
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}
