// What the reader does before the app is there counts once it is.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { alive, launch, open } from "./browser.js";
import { APP, hold } from "./foreign.js";
import { ExplorerPage } from "./page.js";
import { serveAt } from "./site.js";

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

const PHONE = { width: 390, height: 780, hasTouch: true, isMobile: true };

// Runs `body` with a page whose app arrives when `arrive` is called.
function early(name, address, body, options = {}) {
  test(`${name} (${options.isMobile ? "phone" : "desk"})`, async () => {
    const page = await open(browser, options);
    const arrive = await hold(page, APP);
    await page.goto(site.at(address));
    await page.locator("html[data-state=starting]").waitFor({ state: "attached" });
    const press = (target) => (options.isMobile ? target.tap() : target.click());
    await body({ page, explorer: new ExplorerPage(page), press, arrive });
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

// Waits until a click that was to be made again has been.
const settled = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));

for (const options of [{}, PHONE]) {
  early(
    "a click on a mark of a chart opens what it stands for",
    "",
    async ({ page, press, arrive }) => {
      const mark = page.locator("#promise .chart > svg:visible [data-id=pm25] .name");
      await mark.scrollIntoViewIfNeeded();
      await press(mark);
      arrive();
      await page.waitForFunction(() => new URLSearchParams(location.search).get("item") === "pm25");
      assert.match(page.url(), /indicators\.html\?item=pm25/);
      await page.locator("#indicator-detail.open h2").waitFor();
    },
    options,
  );

  early(
    "a click on a button is answered",
    "indicators.html",
    async ({ page, press, arrive }) => {
      await press(page.locator("[data-test=as-chart]"));
      arrive();
      await page.locator("#indicators-chart .chart > svg").waitFor();
    },
    options,
  );

  early(
    "a link that is followed opens what it leads to",
    "projects.html",
    async ({ page, press, arrive }) => {
      await press(page.locator("[data-test=project-row] [data-item=p08]"));
      await page.waitForURL(/item=p08/);
      arrive();
      await page.locator("#project-detail.open h2").waitFor();
      await page.waitForFunction(() => document.activeElement.matches("#project-detail :is(h2, h3)"));
    },
    options,
  );
}

early("a click on a bar filters", "projects.html", async ({ page, explorer, arrive }) => {
  await page.locator("#facets .chart > svg:visible [data-id='sector:coal'] .name").click();
  arrive();
  await explorer.showsProjects(3);
  await explorer.addressSays("?sector=coal&v=3");
});

early("a click that was followed by another is not made again", "projects.html", async ({ page, explorer, arrive }) => {
  await page.locator("#facets .chart > svg:visible [data-id='sector:coal'] .name").click();
  await explorer.filter.click();
  await explorer.filter.fill("魏寨");
  await explorer.showsProjects(3);
  arrive();
  await alive(page);
  await explorer.addressSays("?q=%E9%AD%8F%E5%AF%A8&v=3");
  await settled(page);
  await explorer.showsProjects(3);
});

early("what the browser does by itself is done once", "topics.html", async ({ page, explorer, arrive }) => {
  await page.locator("#levels .twin summary").click();
  arrive();
  await alive(page);
  await explorer.laidOut();
  await settled(page);
  assert.equal(await page.locator("#levels .twin").evaluate((twin) => twin.open), true);
  assert.ok(await page.locator("#levels .twin table").isVisible());
});

early("a table is saved", "topics.html", async ({ page, arrive }) => {
  await page.locator("#levels [data-download=csv]").click();
  const downloading = page.waitForEvent("download");
  arrive();
  const download = await downloading;
  assert.equal(await download.failure(), null);
  assert.match(download.suggestedFilename(), /\.csv$/);
});

early("the dialog opens", "tasks.html", async ({ page, arrive }) => {
  await page.locator("[data-test=embed]").click();
  arrive();
  await page.locator("dialog[open] [data-test=embed-snippet]").waitFor();
});

early("what is typed into the search is looked for", "", async ({ page, explorer, arrive }) => {
  await explorer.search.pressSequentially("pm2.5");
  arrive();
  await explorer.options.first().waitFor();
  assert.equal(await explorer.search.inputValue(), "pm2.5");
  assert.ok(await explorer.search.evaluate((field) => field === document.activeElement));
  await page.keyboard.press("Enter");
  await page.locator("#indicator-detail.open h2").waitFor();
});

early("what is chosen of a list is chosen", "data.html", async ({ page, explorer, arrive }) => {
  await page.locator("#measure").selectOption("people");
  arrive();
  await explorer.addressSays("?measure=people&v=3");
  assert.equal(await page.locator("#measure").inputValue(), "people");
});

early("a form is not sent", "projects.html", async ({ page, explorer, arrive }) => {
  await explorer.filter.fill("魏寨");
  await page.keyboard.press("Enter");
  arrive();
  await alive(page);
  await explorer.showsProjects(3);
  assert.equal(page.requests.filter((address) => address.startsWith(site.at("projects.html"))).length, 1);
});
