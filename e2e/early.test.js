// What the reader does while the page comes to life counts.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { alive, launch, open } from "./browser.js";
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

// Opens the page with a module that arrives only when the result is called.
async function opened({ late, ...options }) {
  const page = await open(browser, options);
  let arrive;
  const arrived = new Promise((done) => (arrive = done));
  await page.route(`**/${late}*.wasm`, async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto(site.at(options.path));
  if (late === "more") await alive(page, { all: false });
  return { page, explorer: new ExplorerPage(page), arrive };
}

async function close(page) {
  assert.deepEqual(page.complaints, []);
  await page.context().close();
}

const PHONE = { width: 390, height: 780, hasTouch: true, isMobile: true };

for (const way of [{}, PHONE]) {
  test(`a mark of a chart that was not there yet (${way.isMobile ? "phone" : "desk"})`, async () => {
    const { page, explorer, arrive } = await opened({ late: "more", ...way });
    const mark = page.locator("#promise .chart > svg:visible [data-id=pm25] .name");
    await mark.scrollIntoViewIfNeeded();
    await (way.isMobile ? mark.tap() : mark.click());
    await page.locator("html[data-more=starting]").waitFor({ state: "attached" });
    await arrive();
    await explorer.addressSays("?item=pm25&v=2");
    await page.waitForFunction(() => document.activeElement.matches("#indicator-detail h3"));
    await close(page);
  });
}

test("a bar that filters", async () => {
  const { page, explorer, arrive } = await opened({ late: "more" });
  await page.locator("#facets .chart > svg:visible [data-id='sector:coal'] .name").click();
  await arrive();
  await explorer.showsProjects(3);
  await explorer.addressSays("?sector=coal&v=2");
  await close(page);
});

test("a click that was followed by another is not made again", async () => {
  const { page, explorer, arrive } = await opened({ late: "more" });
  await page.locator("#facets .chart > svg:visible [data-id='sector:coal'] .name").click();
  await explorer.filter.click();
  await explorer.filter.fill("魏寨");
  await explorer.showsProjects(3);
  await arrive();
  await alive(page);
  await explorer.laidOut();
  await page.waitForTimeout(200);
  await explorer.addressSays("?q=%E9%AD%8F%E5%AF%A8&v=2");
  await close(page);
});

test("what works by itself works once", async () => {
  const { page, explorer, arrive } = await opened({ late: "more" });
  await page.locator("#promise .twin summary").click();
  await arrive();
  await alive(page);
  await explorer.laidOut();
  await page.waitForTimeout(200);
  assert.equal(await page.locator("#promise .twin").evaluate((twin) => twin.open), true);
  await close(page);
});

test("what is typed into the search, which a key leads to", async () => {
  const { page, explorer, arrive } = await opened({ late: "more" });
  await page.keyboard.press("/");
  await page.keyboard.type("pm2.5");
  assert.equal(await explorer.search.inputValue(), "pm2.5");
  await arrive();
  await explorer.options.first().waitFor();
  await page.keyboard.press("Enter");
  await explorer.addressSays("?item=pm25&v=2");
  await close(page);
});

test("what is chosen of a list that the second module answers", async () => {
  const { page, explorer, arrive } = await opened({ late: "more" });
  await page.locator("#measure").selectOption("people");
  await page.mouse.move(1, 1);
  await arrive();
  await explorer.addressSays("?measure=people&v=2");
  await page.locator("#numbers g.row").first().waitFor();
  assert.equal(await page.locator("#measure").inputValue(), "people");
  await close(page);
});

test("a link to something opens it once that can be shown", async () => {
  const { page, explorer, arrive } = await opened({ late: "more" });
  await page.locator("[data-test=project-row] [data-item=p08]").click();
  await page.locator("html[data-more=starting]").waitFor({ state: "attached" });
  await arrive();
  await explorer.addressSays("?item=p08&v=2");
  await page.waitForFunction(() => document.activeElement.matches("#project-detail :is(h2, h3)"));
  await close(page);
});

test("what is typed and chosen before the first module is there", async () => {
  const { page, explorer, arrive } = await opened({ late: "plan-explorer" });
  await explorer.filter.fill("魏寨");
  await page.locator("#order").selectOption("name");
  await page.locator("#sort").selectOption("change");
  assert.equal(await explorer.projects.count(), 82);
  await arrive();
  await explorer.showsProjects(3);
  await explorer.addressSays("?q=%E9%AD%8F%E5%AF%A8&order=name&sort=change&v=2");
  assert.equal(await page.locator("#order").inputValue(), "name");
  await close(page);
});

test("a link that is followed before any module is there waits for them", async () => {
  const { page, explorer, arrive } = await opened({ late: "plan-explorer" });
  await page.locator("[data-test=indicator-row] [data-item=pm25]").click();
  await arrive();
  await explorer.addressSays("?item=pm25&v=2");
  await page.waitForFunction(() => document.activeElement.matches("#indicator-detail h3"));
  await close(page);
});

for (const [width, path] of [[390, ""], [390, "en/"], [1280, ""], [1280, "en/"]]) {
  test(`coming to life moves nothing: ${width} px ${path}`, async () => {
    const page = await open(browser, { width });
    await page.goto(site.at(path));
    await alive(page, { all: false });
    const places = () =>
      page.evaluate(() =>
        Object.fromEntries(
          [...document.querySelectorAll("main [id]:is(section, figure, h2, h3, #project-list), footer")].map((one) => [
            one.id || one.tagName,
            Math.round(one.getBoundingClientRect().top + scrollY),
          ]),
        ),
      );
    const before = await places();
    await alive(page);
    await new ExplorerPage(page).laidOut();
    const after = await places();
    const moved = Object.entries(after).filter(([id, top]) => Math.abs(top - before[id]) > 2);
    assert.deepEqual(moved.map(([id, top]) => `${id}: ${before[id]} → ${top}`), []);
    await close(page);
  });
}
