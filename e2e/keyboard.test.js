// Everything by keyboard alone: the Tab key leads to all that can be pressed, in the order of the page, past it and back, and shows where it
// is; every task can be done. Tasks in three engines are in engines.test.js, charts in charts.test.js, the dialog in embedding.test.js.

import assert from "node:assert/strict";
import { launch, open, visit } from "./browser.js";
import { ExplorerPage, isThere, PAGES } from "./page.js";
import { serveAt } from "./site.js";
import { after, before, test } from "./testing.js";

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

// Runs in the page: what the Tab key should lead to, in this order, each with a number.
function numberStops() {
  const PRESSED = "a[href], button, select, input, textarea, summary, [tabindex]:not([tabindex='-1'])";
  const scrolls = [...document.querySelectorAll("*")].filter((one) => {
    const { overflowX, overflowY } = getComputedStyle(one);
    const isWider = /auto|scroll/.test(overflowX) && one.scrollWidth > one.clientWidth;
    const isHigher = /auto|scroll/.test(overflowY) && one.scrollHeight > one.clientHeight;
    // Browsers stop at what scrolls where nothing in it can be pressed.
    return one !== document.documentElement && (isWider || isHigher) && !one.querySelector(PRESSED);
  });
  const stops = [...document.querySelectorAll(PRESSED), ...scrolls]
    .filter((one) => !one.disabled && one.tabIndex >= -1 && one.checkVisibility({ visibilityProperty: true }) && !one.closest("[inert]"))
    .filter((one) => one.getAttribute("tabindex") !== "-1")
    .sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  new Set(stops).forEach((one) => (one.dataset.stop ??= String(document.querySelectorAll("[data-stop]").length)));
  return document.querySelectorAll("[data-stop]").length;
}

// Runs in the page: which stop has the focus, and what is wrong with how it shows.
function stop() {
  const one = document.activeElement;
  if (one === document.body || one === document.documentElement) return null;
  const name = `${one.localName}${one.id ? `#${one.id}` : `.${one.className.baseVal ?? one.className}`} “${(one.getAttribute("aria-label") ?? one.textContent).trim().slice(0, 20)}”`;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
  const faults = [];
  if (outlineStyle === "none" || parseFloat(outlineWidth) < 2 || /, 0\)$/.test(outlineColor)) faults.push(`${name} has the focus and does not show it`);
  const boxes = [...one.getClientRects()].map(({ left, right, top, bottom }) => ({
    left: Math.max(left, 0),
    right: Math.min(right, innerWidth),
    top: Math.max(top, 0),
    bottom: Math.min(bottom, innerHeight),
  }));
  const isSeen = boxes.some(({ left, right, top, bottom }) =>
    [0.1, 0.5, 0.9].some((part) => {
      const x = left + (right - left) * 0.5;
      const y = top + (bottom - top) * part;
      const found = right > left && bottom > top ? document.elementFromPoint(x, y) : null;
      return found !== null && (one.contains(found) || found.contains(one));
    }),
  );
  if (!isSeen) faults.push(`${name} has the focus behind something, or outside the window`);
  return { number: Number(one.dataset.stop ?? -1), name, faults };
}

async function walk(page, key, count) {
  const numbers = [];
  const faults = [];
  for (let pressed = 0; pressed < count; pressed += 1) {
    await page.keyboard.press(key);
    const at = await page.evaluate(stop);
    if (at === null) break;
    // It is there only while the search is open, which covers a phone.
    if (at.name.startsWith("button.search-close")) {
      pressed -= 1;
      faults.push(...at.faults);
      continue;
    }
    numbers.push(at.number);
    faults.push(...at.faults, ...(at.number < 0 ? [`${at.name} was not expected`] : []));
  }
  return { numbers, faults };
}

for (const width of [390, 1280]) {
  for (const path of [...Object.values(PAGES), "en/", "en/topics.html", "projects.html?item=p08&v=3", "indicators.html?item=pm25&v=3", "projects.html?large=1"]) {
    test(`Tab leads through the page and out of it, and back: ${path || "home"}, ${width} px`, async () => {
      const page = await open(browser, { width, height: 800 });
      await visit(page, site.at(path));
      await new ExplorerPage(page).laidOut();
      // Something open takes the focus when it comes.
      await page.waitForFunction(() => !document.documentElement.hasAttribute("data-opening"));
      await page.evaluate(() => {
        document.activeElement.blur();
        getSelection().removeAllRanges();
        document.body.tabIndex = -1;
        document.body.focus();
        document.body.removeAttribute("tabindex");
      });
      const count = await page.evaluate(numberStops);
      const every = Array.from({ length: count }, (_, at) => at);
      const { numbers, faults } = await walk(page, "Tab", count);
      assert.deepEqual(faults, []);
      assert.deepEqual(numbers, every, "each, in the order of the page");
      const back = await walk(page, "Shift+Tab", 5);
      assert.deepEqual(back.faults, []);
      assert.deepEqual(back.numbers, every.slice(-6, -1).reverse());
      await page.context().close();
    });
  }
}

// Presses Tab until what the selector names has the focus.
async function tabTo(page, selector) {
  for (let pressed = 0; pressed < 300; pressed += 1) {
    if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`Tab does not lead to ${selector}`);
}

function byKeys(name, path, body, size = {}) {
  test(`by keys: ${name}`, async () => {
    const page = await open(browser, { height: 800, ...size });
    await visit(page, site.at(path));
    await body(page, new ExplorerPage(page));
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

byKeys("choose a category, and take it back", "projects.html", async (page, explorer) => {
  await tabTo(page, '#facets [data-id="sector:roads"]');
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.search.includes("sector=roads"));
  await tabTo(page, ".chips a, .chips button");
  await page.keyboard.press("Enter");
  await explorer.showsProjects(82);
});

byKeys("sort the table, and see it as a chart", "indicators.html", async (page) => {
  await tabTo(page, "#sort");
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() => location.search !== "");
  await tabTo(page, "[data-test=as-chart]");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector(".indicators-page .chart svg, .indicators-page .panels svg") !== null);
});

byKeys("take a chart along as a table", "topics.html", async (page, explorer) => {
  await explorer.laidOut();
  await tabTo(page, "#levels .take > summary");
  await page.keyboard.press("Enter");
  await tabTo(page, "#levels [data-download=csv]");
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  assert.match(download.suggestedFilename(), /\.csv$/);
});

byKeys("large print and other colours", "tasks.html", async (page) => {
  await tabTo(page, "[data-test=large]");
  await page.keyboard.press("Space");
  await page.locator("html[data-large]").waitFor({ state: "attached" });
  await tabTo(page, "#colours");
  await page.keyboard.press("End");
  await page.locator("html[data-theme=contrast]").waitFor({ state: "attached" });
});

byKeys("open a task’s area, and its place in the other language", "tasks.html", async (page) => {
  await tabTo(page, "[data-test=task-area] summary");
  const before = await page.locator("[data-test=task-area][open], [data-test=task-area] details[open]").count();
  await page.keyboard.press("Enter");
  await page.waitForFunction((before) => document.querySelectorAll("[data-test=task-area][open], [data-test=task-area] details[open]").length !== before, before);
  await page.keyboard.press("Shift+Tab");
  await page.evaluate(() => scrollTo(0, 0));
  for (let pressed = 0; pressed < 60 && !(await page.evaluate(() => document.activeElement.matches("a[hreflang]"))); pressed += 1) {
    await page.keyboard.press("Shift+Tab");
  }
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.documentElement.lang === "en");
});

byKeys("the categories of a phone", "projects.html", async (page, explorer) => {
  await tabTo(page, ".open-facets");
  await page.keyboard.press("Enter");
  await tabTo(page, '#facets [data-id="sector:roads"]');
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.search.includes("sector=roads"));
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !document.querySelector("#facets").checkVisibility());
  await isThere(explorer.projects);
}, { width: 390 });
