// From page to page within the app: no request, and address, history, title, focus and scroll position as a browser has them.

import assert from "node:assert/strict";
import { alive, launch, open, visit } from "./browser.js";
import { ExplorerPage, hasCount, PAGES } from "./page.js";
import { serveAt } from "./site.js";
import { after, before, holds, test } from "./testing.js";

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
const DESK = { width: 1280, height: 800 };
const BOTH = [PHONE, DESK];

// Runs `body` in each of these ways from that address, and expects that the app made no request (browsers ask for the icon again when
// the address changes), that the page was never loaded again, and that nothing was complained of.
function within(name, ways, path, body) {
  for (const way of ways) {
    test(`${name} (${way.isMobile ? "phone" : "desk"})`, async () => {
      const page = await open(browser, way);
      await visit(page, site.at(path));
      const explorer = new ExplorerPage(page);
      await explorer.laidOut();
      await page.evaluate(() => (window.isSame = true));
      const before = page.requests.length;
      // Where it is in the window: Playwright scrolls before it clicks, also to what is sticky.
      const press = async (target) => {
        await target.waitFor();
        const { x, y, width, height } = await target.boundingBox();
        // In the first line of what has several.
        const at = [x + Math.min(width / 2, 24), y + Math.min(height / 2, 12)];
        await (way.isMobile ? page.touchscreen.tap(...at) : page.mouse.click(...at));
      };
      await body({ explorer, page, press });
      assert.equal(await page.evaluate(() => window.isSame), true, "the page was loaded again");
      assert.deepEqual(page.requests.slice(before).filter((address) => !address.endsWith("/icons/icon.svg")), []);
      assert.deepEqual(page.complaints, []);
      await page.context().close();
    });
  }
}

const REPORT = "平顶山市卫东区2021年计划";
const TITLES = {
  home: "2020年完成，2021年计划 · 平顶山市卫东区",
  projects: `项目 · ${REPORT}`,
  indicators: `主要指标 · ${REPORT}`,
  tasks: `任务 · ${REPORT}`,
  topics: `专题 · ${REPORT}`,
  data: `数据与核对 · ${REPORT}`,
};
const HEADINGS = {
  home: "平顶山市卫东区2021年计划",
  projects: "项目",
  indicators: "主要指标",
  tasks: "任务",
  topics: "专题",
  data: "数据与核对",
};

async function isOn(explorer, view) {
  await explorer.addressIs(PAGES[view]);
  await explorer.isTitled(TITLES[view]);
  await holds(async () => {
    assert.equal(await explorer.heading.textContent(), HEADINGS[view]);
    assert.equal(await explorer.current.getAttribute("href"), PAGES[view] || "index.html");
  });
}

const scrollTo = (page, y) => page.evaluate((y) => scrollTo(0, y), y);
// The app notes the position shortly after scrolling has ended.
const isNoted = (page) => page.waitForFunction(() => Math.abs((history.state?.y ?? -1) - scrollY) < 1);
const canonical = (page) => page.locator("link[rel=canonical]").evaluate((link) => link.href);
const isCanonical = (page, address) =>
  page.waitForFunction((address) => document.querySelector("link[rel=canonical]").href === address, address);

within("each page of the navigation begins at its heading, which has the focus", BOTH, "", async ({ explorer, page, press }) => {
  let entries = await page.evaluate(() => history.length);
  for (const view of ["projects", "indicators", "tasks", "topics", "data", "home"]) {
    await scrollTo(page, 900);
    await press(explorer.navLink(view));
    await isOn(explorer, view);
    await explorer.focusIsOn("#heading");
    await explorer.isScrolledTo(0);
    await explorer.heading.waitFor();
    await isCanonical(page, site.at(PAGES[view]));
    entries += 1;
    assert.equal(await page.evaluate(() => history.length), entries);
  }
});

within("Back and Forward show the pages again, scrolled as they were left", BOTH, "", async ({ explorer, page, press }) => {
  await scrollTo(page, 700);
  await press(explorer.navLink("projects"));
  await isOn(explorer, "projects");
  await scrollTo(page, 1500);
  await press(explorer.navLink("data"));
  await isOn(explorer, "data");
  await scrollTo(page, 2500);
  await isNoted(page);
  await page.goBack();
  await isOn(explorer, "projects");
  await explorer.isScrolledTo(1500);
  await page.goBack();
  await isOn(explorer, "home");
  await explorer.isScrolledTo(700);
  await page.goForward();
  await isOn(explorer, "projects");
  await explorer.isScrolledTo(1500);
  await page.goForward();
  await isOn(explorer, "data");
  await explorer.isScrolledTo(2500);
});

within("what is filtered is there again after Back, also where the address was yet to be written", BOTH, PAGES.projects, async ({ explorer, page, press }) => {
  await explorer.filter.fill("魏寨");
  await press(explorer.navLink("tasks"));
  await isOn(explorer, "tasks");
  await page.goBack();
  await explorer.addressIs("projects.html?q=%E9%AD%8F%E5%AF%A8&v=3");
  await explorer.showsProjects(3);
  assert.equal(await explorer.filter.inputValue(), "魏寨");
  await explorer.isTitled(`“魏寨”（3）· 项目 · ${REPORT}`);
  await page.goForward();
  await isOn(explorer, "tasks");
});

within("the letters of a filter are no steps of the history", [DESK], PAGES.projects, async ({ explorer, page }) => {
  const entries = await page.evaluate(() => history.length);
  for (const typed of ["w", "we", "wei"]) {
    await explorer.filter.fill(typed);
    await explorer.addressIs(`projects.html?q=${typed}&v=3`);
  }
  await page.locator("#by").selectOption("place");
  await explorer.addressIs("projects.html?q=wei&by=place&v=3");
  assert.equal(await page.evaluate(() => history.length), entries);
});

within("the link of a page that is filtered shows all of it again", BOTH, "projects.html?sector=coal&q=x", async ({ explorer, page, press }) => {
  const count = await explorer.projects.count();
  assert.ok(count > 0 && count < 5, `${count}`);
  await explorer.isTitled(`煤炭、“x”（${count}）· 项目 · ${REPORT}`);
  await press(explorer.navLink("projects"));
  await isOn(explorer, "projects");
  await explorer.showsProjects(82);
  assert.equal(await explorer.filter.inputValue(), "");
  await explorer.focusIsOn("#heading");
  await page.goBack();
  await explorer.addressIs("projects.html?q=x&sector=coal&v=3");
  await explorer.showsProjects(count);
});

within("the link of the page that is shown leads to its beginning, and is no step", [DESK], PAGES.data, async ({ explorer, page, press }) => {
  const entries = await page.evaluate(() => history.length);
  await scrollTo(page, 3000);
  await press(explorer.navLink("data"));
  await explorer.isScrolledTo(0);
  await explorer.focusIsOn("#heading");
  assert.equal(await page.evaluate(() => history.length), entries);
});

within("the report’s name above a page leads to the first one", BOTH, PAGES.topics, async ({ explorer, page, press }) => {
  await press(page.locator(".district a").getByText(REPORT));
  await isOn(explorer, "home");
  await explorer.focusIsOn("#heading");
  await page.goBack();
  await isOn(explorer, "topics");
});

within("a sentence of the first page leads to the list that it is about", BOTH, "", async ({ explorer, page, press }) => {
  const leads = page.locator("[data-test=insight] a");
  const place = leads.filter({ hasText: "最多" });
  await place.scrollIntoViewIfNeeded();
  await press(place);
  await page.waitForFunction(() => /^\?place=[a-z-]+&v=3$/.test(location.search));
  await page.waitForFunction((report) => /^\S+（\d+）· 项目 · /.test(document.title) && document.title.endsWith(report), REPORT);
  const count = Number((await page.title()).match(/（(\d+)）/)[1]);
  await explorer.showsProjects(count);
});

within("titles and the canonical link say what is chosen and open", [DESK], "projects.html?from=singlemessage&theme=dark", async ({ explorer, page }) => {
  // Neither what a messenger added nor how the page is shown is for search engines.
  await isCanonical(page, site.at("projects.html"));
  await explorer.category("sector:roads").click();
  await explorer.isTitled(`道路（8）· 项目 · ${REPORT}`);
  await explorer.showsProjects(8);
  assert.equal(await canonical(page), site.at("projects.html?sector=roads&v=3"));
  const row = explorer.projects.first();
  const name = await row.locator(".project-name").textContent();
  await row.getByRole("link").click();
  await explorer.isTitled(`${name} · 项目 · ${REPORT}`);
  assert.match(await canonical(page), /projects\.html\?item=[a-z0-9-]+&sector=roads&v=3$/);
  await page.locator("[data-test=detail-close]").click();
  await explorer.isTitled(`道路（8）· 项目 · ${REPORT}`);
  await page.locator(".chips .chip").click();
  await explorer.isTitled(`项目 · ${REPORT}`);
});

within("titles in English", [DESK], "en/projects.html?sector=roads", async ({ explorer }) => {
  await explorer.isTitled("Roads (8) · Projects · Weidong District, Pingdingshan, plan for 2021");
  await explorer.navLink("indicators").click();
  await explorer.isTitled("Main indicators · Weidong District, Pingdingshan, plan for 2021");
  assert.equal(await explorer.page.evaluate(() => location.pathname), "/a/b/en/indicators.html");
});

within("Back closes what is open", BOTH, PAGES.projects, async ({ explorer, page, press }) => {
  await page.locator(".more-rows button").click();
  const link = explorer.projects.nth(20).getByRole("link");
  await link.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  const item = await link.getAttribute("data-item");
  await press(link);
  await explorer.addressIs(`projects.html?item=${item}&v=3`);
  await explorer.focusIsOn(".detail.open h2");
  await page.goBack();
  await isOn(explorer, "projects");
  await explorer.opened.waitFor({ state: "detached" });
  await explorer.isScrolledTo(before);
  await explorer.focusIsOn(`[data-item="${item}"]`);
});

within("what is opened stands beside the list, which stays where it is", [DESK], PAGES.projects, async ({ explorer, page, press }) => {
  await page.locator(".more-rows button").click();
  const link = explorer.projects.nth(20).getByRole("link");
  await scrollTo(page, 1860);
  const top = () => link.evaluate((link) => link.getBoundingClientRect().top);
  const before = await top();
  assert.ok(before > 100 && before < 700, `${before}`);
  await press(link);
  await explorer.focusIsOn(".detail.open h2");
  await explorer.isScrolledTo(1860);
  assert.ok(Math.abs((await top()) - before) < 3);
  await press(page.locator("[data-test=detail-close]"));
  await explorer.opened.waitFor({ state: "detached" });
  await explorer.focusIsOn(`[data-item="${await link.getAttribute("data-item")}"]`);
  await explorer.isScrolledTo(1860);
});

within("a list that was shown whole is whole when one comes back to it", BOTH, PAGES.projects, async ({ explorer, page, press }) => {
  await page.locator(".more-rows button").click();
  const link = explorer.projects.nth(70).getByRole("link");
  await link.scrollIntoViewIfNeeded();
  await isNoted(page);
  const before = await page.evaluate(() => scrollY);
  await press(explorer.navLink("tasks"));
  await isOn(explorer, "tasks");
  await page.goBack();
  await isOn(explorer, "projects");
  await explorer.isScrolledTo(before);
  await link.waitFor();
});

within("what is opened from another page is closed by Back to that page", BOTH, "", async ({ explorer, page, press }) => {
  const tile = page.locator("[data-test=tile] a[data-item]").first();
  await tile.scrollIntoViewIfNeeded();
  const item = await tile.getAttribute("data-item");
  await press(tile);
  await explorer.addressIs(`indicators.html?item=${item}&v=3`);
  await explorer.focusIsOn(".detail.open h2");
  await page.goBack();
  await isOn(explorer, "home");
  await hasCount(explorer.opened, 0);
  await page.locator("[data-test=tile]").first().waitFor();
});

within("Back closes the search of a phone, on the page where it was opened", [PHONE], PAGES.tasks, async ({ explorer, page, press }) => {
  await scrollTo(page, 400);
  await press(page.locator(".search-open"));
  await explorer.focusIsOn("#search");
  await explorer.search.pressSequentially("weizhai");
  await explorer.options.first().waitFor();
  await page.goBack();
  await page.locator(".search.open").waitFor({ state: "detached" });
  await isOn(explorer, "tasks");
  await explorer.searchSays("");
  await explorer.isScrolledTo(400);
  await explorer.focusIsOn("#search-open");
});

within("Back leads from what was chosen in the search to its hits, and from them to the page before", [PHONE], PAGES.tasks, async ({ explorer, page, press }) => {
  await press(page.locator(".search-open"));
  // At once: each letter would move the hits.
  await explorer.search.fill("weizhaicun");
  await press(explorer.options.filter({ hasText: "魏寨村" }).filter({ hasText: "3个项目" }).first());
  await explorer.addressIs("projects.html?place=weizhai-cun&v=3");
  await explorer.showsProjects(3);
  await page.locator(".search.open").waitFor({ state: "detached" });
  await page.goBack();
  await isOn(explorer, "tasks");
  await explorer.options.filter({ hasText: "3个项目" }).first().waitFor();
  await explorer.searchSays("weizhaicun");
  await page.goForward();
  await explorer.showsProjects(3);
  await hasCount(page.locator(".search.open"), 0);
  await page.goBack();
  await page.locator(".search.open").waitFor();
  await page.goBack();
  await page.locator(".search.open").waitFor({ state: "detached" });
  await isOn(explorer, "tasks");
});

within("the search leads to a page from any other", [DESK], PAGES.data, async ({ explorer, page }) => {
  await page.keyboard.press("/");
  await explorer.focusIsOn("#search");
  await page.keyboard.insertText("pm2.5");
  await explorer.options.filter({ hasText: "PM2.5" }).first().waitFor();
  await page.keyboard.press("Enter");
  await explorer.addressIs("indicators.html?item=pm25&v=3");
  await explorer.focusIsOn(".detail.open h2");
  await explorer.searchSays("");
  await page.goBack();
  await isOn(explorer, "data");
  await explorer.options.first().waitFor();
  await explorer.searchSays("pm2.5");
  // Once it is put away, it does not come back.
  await explorer.search.press("Escape");
  await page.locator(".nav a[href^='tasks']").first().click();
  await isOn(explorer, "tasks");
  await page.goBack();
  await isOn(explorer, "data");
  await hasCount(page.locator(".search.open"), 0);
});

within("the first stop of the Tab key leads to the content, and Back from there", [DESK], PAGES.data, async ({ explorer, page }) => {
  await page.keyboard.press("Tab");
  await explorer.focusIsOn(".skip");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.hash === "#content");
  await page.keyboard.press("Tab");
  await page.waitForFunction(() => document.activeElement.closest("main"));
  await page.goBack();
  await page.waitForFunction(() => location.hash === "");
  await isOn(explorer, "data");
});

within("a link within the page leads to its part, which stays in sight", BOTH, "data.html#reconciliation", async ({ page, press }) => {
  const sight = () =>
    page.waitForFunction(() => {
      const { top } = document.querySelector("#reconciliation").getBoundingClientRect();
      return top >= -5 && top < innerHeight / 2;
    });
  await sight();
  await page.locator("#figures .more-rows button").click();
  const link = page.locator('[data-test=figure-row] a[href="#reconciliation"]').last();
  await link.scrollIntoViewIfNeeded();
  await press(link);
  // Whatever the app does after the browser has followed the link.
  await page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(done))));
  await sight();
});

within("a link within the page leads to its part from an address without one, and Back to where it was", BOTH, PAGES.data, async ({ explorer, page, press }) => {
  const link = page.locator('[data-test=figure-row] a[href="#reconciliation"]').first();
  await link.scrollIntoViewIfNeeded();
  await isNoted(page);
  const before = await page.evaluate(() => scrollY);
  await press(link);
  await page.waitForFunction(() => location.hash === "#reconciliation");
  await page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(done))));
  await page.waitForFunction(() => {
    const { top } = document.querySelector("#reconciliation").getBoundingClientRect();
    return top >= -5 && top < innerHeight / 2;
  });
  await page.goBack();
  await page.waitForFunction(() => location.hash === "");
  await explorer.isScrolledTo(before);
  await isOn(explorer, "data");
});

within("a step in the moment in which going back has rendered a page leaves the address of that page", [DESK], "", async ({ explorer, page }) => {
  await page.locator("[data-test=tile] a").first().click();
  await explorer.focusIsOn(".detail.open h2, .chosen");
  // Before the app has done what follows from rendering.
  await page.evaluate(() => {
    new MutationObserver((_, observer) => {
      const tile = document.querySelector("[data-test=tile] a[data-item^=t]");
      if (tile === null) return;
      observer.disconnect();
      tile.click();
    }).observe(document.querySelector("#app"), { childList: true, subtree: true });
    history.back();
  });
  await page.waitForFunction(() => /\/tasks\.html\?item=t\d+&v=3$/.test(location.href));
  await page.goBack();
  await isOn(explorer, "home");
});

within("how pages are shown goes along", [DESK], "?theme=dark&v=3", async ({ explorer, page }) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await paper();
  await explorer.navLink("tasks").click();
  await explorer.addressIs("tasks.html?theme=dark&v=3");
  assert.equal(await paper(), dark);
});

within("what was wrong with an address is not told of the next page", BOTH, "projects.html?sector=gold", async ({ explorer, press }) => {
  await explorer.notices.getByText("gold").waitFor();
  await press(explorer.navLink("tasks"));
  await isOn(explorer, "tasks");
  await hasCount(explorer.notices, 0);
});

within("links open in tabs of their own where the browser is asked to", [DESK], "", async ({ explorer, page }) => {
  const [tab] = await Promise.all([
    page.context().waitForEvent("page"),
    explorer.navLink("projects").click({ modifiers: ["ControlOrMeta"] }),
  ]);
  await tab.waitForURL(site.at("projects.html"));
  await alive(tab);
  assert.equal(page.url(), site.at());
  // The tab’s requests are its own.
  await hasCount(tab.locator("[data-test=project-row]"), 82);
});

test("a page that the app led to is there after a reload, scrolled as it was, with the pages before it", async () => {
  const page = await open(browser, DESK);
  await visit(page, site.at());
  const explorer = new ExplorerPage(page);
  await explorer.navLink("data").click();
  await isOn(explorer, "data");
  await scrollTo(page, 2000);
  await isNoted(page);
  await page.reload();
  await alive(page);
  await isOn(explorer, "data");
  await explorer.isScrolledTo(2000);
  await page.goBack();
  await isOn(explorer, "home");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});
