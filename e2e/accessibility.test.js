// The rules of axe-core on every page: both languages, both themes, three widths, before the app runs and after, and with what can be
// open: tooltips, notices, details, dialogs, the search.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { alive, launch, open, visit } from "./browser.js";
import { ExplorerPage, PAGES, take } from "./page.js";
import { serveAt } from "./site.js";
import { after, before, test } from "./testing.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let site;
let browser;

before(async () => {
  site = await serveAt("/");
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await site?.close();
});

const SCHEMES = ["light", "dark"];
const WIDTHS = [320, 390, 1280];

// Half the time of what axe does by default: it looks for everything, and says where only of what is wrong.
const ASKED = { resultTypes: ["violations"], selectors: false };

// Expects that axe finds nothing, and that it measured contrast and the order of headings, which are easily skipped.
async function isAccessible(page, what) {
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate((asked) => axe.run(document, asked), ASKED);
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
  assert.deepEqual(found, [], what);
  for (const rule of ["color-contrast", "heading-order"]) assert.ok(passes.some(({ id }) => id === rule), `${what}: ${rule} was measured`);
}

for (const colorScheme of SCHEMES) {
  for (const width of WIDTHS) {
    for (const folder of ["", "en/"]) {
      test(`every page, before the app runs and after: ${colorScheme}, ${width} px, ${folder || "zh"}`, async () => {
        const page = await open(browser, { width, colorScheme });
        let arrive;
        await page.route("**/plan-explorer-*.wasm", async (route) => {
          await new Promise((done) => (arrive = done));
          await route.continue();
        });
        for (const [view, file] of Object.entries(PAGES)) {
          const asked = page.waitForRequest("**/plan-explorer-*.wasm");
          await page.goto(site.at(folder + file));
          await asked;
          await page.locator("html[data-state=starting]").waitFor({ state: "attached" });
          await isAccessible(page, `${view} before the app`);
          arrive();
          await alive(page);
          await new ExplorerPage(page).laidOut();
          await isAccessible(page, view);
        }
        await page.context().close();
      });
    }
  }
}

for (const file of Object.values(PAGES)) {
  test(`where the app is not available: ${file || "home"}`, async () => {
    const page = await open(browser, { width: 390 });
    await page.route("**/plan-explorer-*.wasm", (route) => route.abort());
    await page.goto(site.at(file));
    await page.locator("html[data-state=failed]").waitFor({ state: "attached" });
    await isAccessible(page, file);
    await page.context().close();
  });
}

const search = async (page) => {
  await page.keyboard.press("/");
  await page.keyboard.type("weizhai");
  await page.locator("[data-test=search-option]").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.locator(".option.active").waitFor();
};

const tooltip = async (page) => {
  const explorer = new ExplorerPage(page);
  await page.locator("#promise .twin summary").click();
  await explorer.chart.focus();
  await page.keyboard.press("Home");
  await explorer.tooltip.waitFor();
};

const embed = async (page) => {
  await take(page.locator("main [data-embed-of]").first());
  await page.locator("dialog[open] [data-test=embed-snippet]").waitFor();
};

const unfold = async (page) => {
  await page.locator("details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
  await page.waitForFunction(() => [...document.querySelectorAll("details")].every((one) => one.childElementCount > 1));
};

const kept = (what) => async (page) => {
  await page.evaluate(() => delete URL.createObjectURL);
  await take(page.locator(`#levels [data-download=${what}]`));
  await page.locator("#levels [data-test=keep]").waitFor();
};

// What is open, found or narrowed has rules of its own.
const STATES = [
  { width: 390, path: "?lang=fr", act: tooltip, what: "a notice and a tooltip" },
  { width: 1280, path: "en/", act: tooltip, what: "a tooltip" },
  { width: 390, path: "indicators.html?item=pm25" },
  { width: 1280, path: "indicators.html?item=pm25" },
  { width: 320, path: "en/indicators.html?item=pm25" },
  { width: 1280, path: "projects.html?item=p08&by=place" },
  { width: 390, path: "en/projects.html?item=p08" },
  { width: 390, path: "projects.html?sector=coal&q=x", act: (page) => page.locator(".open-facets").click(), what: "the categories" },
  { width: 1280, path: "projects.html?q=qqq", what: "nothing found" },
  { width: 1280, path: "tasks.html?item=t063" },
  { width: 390, path: "tasks.html", act: unfold, what: "all unfolded" },
  { width: 1280, path: "en/data.html", act: unfold, what: "all unfolded" },
  { width: 390, path: "en/data.html?item=f067&figures=subject" },
  { width: 390, path: "topics.html", act: unfold, what: "all unfolded" },
  { width: 1280, path: "indicators.html?as=chart&state=above" },
  { width: 390, path: "projects.html?embed=1&item=p08", schemes: ["dark"] },
  { width: 390, path: "en/topics.html?embed=1&item=levels&alone=1&v=3", schemes: ["light"] },
  { width: 1280, path: "indicators.html?embed=1&plain=1", schemes: ["light"] },
  { width: 1280, path: "projects.html?theme=contrast" },
  { width: 390, path: "?theme=dark", schemes: ["light"] },
  { width: 390, path: "topics.html", schemes: ["light"], act: kept("csv"), what: "a table kept" },
  { width: 390, path: "topics.html", schemes: ["dark"], act: kept("png"), what: "a picture kept" },
  ...WIDTHS.map((width) => ({ width, path: "", act: search, what: "the search" })),
  { width: 390, path: "en/data.html", act: search, what: "the search" },
  { width: 320, path: "topics.html", act: embed, what: "the dialog" },
  { width: 1280, path: "en/topics.html", act: embed, what: "the dialog" },
];

for (const colorScheme of SCHEMES) {
  for (const { width, path, act, what } of STATES.filter(({ schemes = SCHEMES }) => schemes.includes(colorScheme))) {
    test(`${colorScheme}, ${width} px, ${path}${what ? `: ${what}` : ""}`, async () => {
      const page = await open(browser, { width, colorScheme });
      await visit(page, site.at(path));
      await new ExplorerPage(page).laidOut();
      await act?.(page);
      await page.evaluate(axe);
      const { violations } = await page.evaluate((asked) => axe.run(document, asked), ASKED);
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
      assert.deepEqual(found, []);
      await page.context().close();
    });
  }
}

// Of the page and of what must be reached on it: nothing is cut, and no word stands letter by letter.
async function isWhole(page, what) {
  const faults = await page.evaluate(() => {
    const cut = [...document.querySelectorAll(".nav ul, .page-header-tools")].filter((one) => one.scrollWidth > one.clientWidth + 1);
    const district = document.querySelector(".district");
    const letters = district.textContent.length;
    const lines = district.getBoundingClientRect().height / parseFloat(getComputedStyle(district).lineHeight);
    return [
      ...cut.map((one) => `${one.className || one.localName} is cut`),
      ...(document.documentElement.scrollWidth > innerWidth ? ["the page is wider than the window"] : []),
      ...(lines > letters / 3 ? [`${letters} letters in ${lines} lines`] : []),
    ];
  });
  assert.deepEqual(faults, [], what);
}

test("the way to the pages and the district are whole at every width", async () => {
  const page = await open(browser, { width: 1280 });
  for (const path of ["projects.html", "en/projects.html", "", "en/"]) {
    await visit(page, site.at(path));
    for (const width of [320, 360, 390, 480, 639, 640, 700, 768, 820, 900, 959, 960, 1024, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await isWhole(page, `/${path} ${width} px`);
    }
  }
  await page.context().close();
});

test("letters of twice the size take more lines, and the navigation less of the window", async () => {
  const large = await launch("chromium", { args: ["--blink-settings=defaultFontSize=32"] });
  try {
    for (const path of ["projects.html", "en/projects.html", "", "en/"]) {
      const page = await open(large, { width: 390 });
      await visit(page, site.at(path));
      await isWhole(page, path);
      assert.equal(await page.locator(".nav").evaluate((nav) => getComputedStyle(nav).position), "static");
      await page.context().close();
    }
  } finally {
    await large.close();
  }
});

// As the guidelines count: also what is folded, and each link of a list.
test("what is pressed is at least 24 px high", async () => {
  for (const width of [390, 1280]) {
    const page = await open(browser, { width });
    for (const folder of ["", "en/"]) {
      for (const path of [...Object.values(PAGES), "projects.html?item=p01&v=3", "indicators.html?item=pm25&v=3"]) {
        await visit(page, site.at(folder + path));
        await new ExplorerPage(page).laidOut();
        const small = await page.evaluate(() => {
          for (const folded of document.querySelectorAll("details")) folded.open = true;
          return [...document.querySelectorAll("a, button, summary, select, input")]
            .filter((one) => one.checkVisibility({ visibilityProperty: true }))
            .map((one) => ({ one, ...one.getBoundingClientRect().toJSON() }))
            .filter(({ width, height }) => width > 1 && height < 24)
            .map(({ one, height }) => `${one.localName} “${one.textContent}” ${height}`);
        });
        assert.deepEqual(small, [], `${folder}${path} ${width} px`);
      }
    }
    await page.context().close();
  }
});
