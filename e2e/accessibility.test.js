// The rules of axe-core on every page: both languages, every mode and width, before the app runs and after, and with what can be open:
// tooltips, notices, details, dialogs, menus, the search. What they cannot see: text that is cut, and targets that are small. What no
// program sees is in docs/accessibility.md.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { launch, open, visit } from "./browser.js";
import { faultsOfText } from "./legible.js";
import { ExplorerPage, PAGES, take } from "./page.js";
import { serveAt } from "./site.js";
import { smallTargets } from "./targets.js";
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
const WIDTHS = [320, 390, 768, 1280];

// How a page can be shown: what the device asks for, and large print.
const MODES = [
  { colorScheme: "light" },
  { colorScheme: "dark" },
  { colorScheme: "light", contrast: "more" },
  { colorScheme: "dark", contrast: "more" },
  { colorScheme: "light", isLarge: true },
  { colorScheme: "dark", isLarge: true },
];

// Half the time of what axe does by default: it looks for everything, and says where only of what is wrong.
const ASKED = { resultTypes: ["violations"], selectors: false };

// Expects that axe, which is in the page, finds nothing, and that it measured contrast and the order of headings, which are easily
// skipped.
async function isAccessible(page, what) {
  const { violations, passes } = await page.evaluate((asked) => axe.run(document, asked), ASKED);
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
  assert.deepEqual(found, [], what);
  for (const rule of ["color-contrast", "heading-order"]) assert.ok(passes.some(({ id }) => id === rule), `${what}: ${rule} was measured`);
}

// The page in every mode and width, without loading it again: `laidOut` waits until it is as it stays.
async function inEveryMode(page, laidOut, what) {
  const button = page.locator("[data-test=large]");
  for (const { colorScheme, contrast = "no-preference", isLarge = false } of MODES) {
    await page.emulateMedia({ colorScheme, contrast });
    if ((await button.getAttribute("aria-pressed")) !== String(isLarge)) await button.click();
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await laidOut();
      await isAccessible(page, `${what}, ${width} px, ${colorScheme}${contrast === "more" ? ", more contrast" : ""}${isLarge ? ", large" : ""}`);
    }
  }
}

for (const folder of ["", "en/"]) {
  for (const [view, file] of Object.entries(PAGES)) {
    test(`every mode and width: ${folder}${view}`, async () => {
      const page = await open(browser);
      await visit(page, site.at(folder + file));
      await page.evaluate(axe);
      const explorer = new ExplorerPage(page);
      await inEveryMode(page, () => explorer.laidOut(), folder + view);
      await page.context().close();
    });
  }

  test(`every page before the app runs: ${folder || "zh"}`, async () => {
    const page = await open(browser);
    await page.route("**/plan-explorer-*.wasm", () => {});
    for (const [view, file] of Object.entries(PAGES)) {
      await page.goto(site.at(folder + file), { waitUntil: "commit" });
      await page.locator("html[data-state=starting]").waitFor({ state: "attached" });
      await page.locator(".page-footer").waitFor({ state: "attached" });
      await page.evaluate(axe);
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        for (const width of [390, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          await isAccessible(page, `${view}, ${width} px, ${colorScheme}`);
        }
      }
    }
    await page.context().close();
  });
}

for (const file of Object.values(PAGES)) {
  test(`where the app is not available: ${file || "home"}`, async () => {
    const page = await open(browser, { width: 390 });
    await page.route("**/plan-explorer-*.wasm", (route) => route.abort());
    await page.goto(site.at(file));
    await page.locator("html[data-state=failed]").waitFor({ state: "attached" });
    await page.evaluate(axe);
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

const menu = async (page) => {
  await page.locator("#levels .take > summary").click();
  await page.locator("#levels .take[open] select").waitFor();
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
  ...WIDTHS.map((width) => ({ width, path: "topics.html", act: menu, what: "an open menu" })),
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

// Where text is largest and room is smallest. Letters that a browser is set to make twice as large need a window of its own.
const TIGHT = [
  { what: "400 % zoom", width: 320, height: 256 },
  { what: "a small phone", width: 320, height: 568 },
  { what: "letters of twice the size on a phone", width: 390, height: 844, letters: 32 },
  { what: "letters of twice the size at a desk", width: 1280, height: 800, letters: 32 },
  { what: "spacing of text on a phone", width: 390, height: 844, isSpaced: true },
  { what: "spacing of text at a desk", width: 1280, height: 800, isSpaced: true },
];

// WCAG 2.2, 1.4.12.
const SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";

// Runs in the page. The policy refuses styles from elsewhere, but not these.
function space(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}

const STATES_OF_TEXT = [...Object.values(PAGES), "projects.html?item=p08&v=3", "indicators.html?item=pm25&v=3", "?large=1", "projects.html?large=1"];

for (const { what, letters, isSpaced, ...size } of TIGHT) {
  test(`text is whole and nothing lies over it: ${what}`, async () => {
    const chosen = letters ? await launch("chromium", { args: [`--blink-settings=defaultFontSize=${letters}`] }) : browser;
    const faults = [];
    for (const folder of ["", "en/"]) {
      const page = await open(chosen, size);
      for (const path of STATES_OF_TEXT) {
        await visit(page, site.at(folder + path));
        await new ExplorerPage(page).laidOut();
        if (isSpaced) await page.evaluate(space, SPACED);
        const found = await page.evaluate(faultsOfText);
        faults.push(...found.map((fault) => `${folder}${path}: ${fault}`));
      }
      await page.context().close();
    }
    if (letters) await chosen.close();
    assert.deepEqual(faults, []);
  });
}

test("the way to the pages and the district are whole at every width", async () => {
  const page = await open(browser, { width: 1280 });
  for (const path of ["projects.html", "en/projects.html", "", "en/"]) {
    await visit(page, site.at(path));
    for (const width of [320, 360, 390, 480, 639, 640, 700, 768, 820, 900, 959, 960, 1024, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const cut = await page.evaluate(() => [
        ...[...document.querySelectorAll(".nav ul, .page-header-tools")].filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => `${one.className || one.localName} is cut`),
        ...(document.documentElement.scrollWidth > innerWidth ? ["the page is wider than the window"] : []),
      ]);
      assert.deepEqual(cut, [], `/${path} ${width} px`);
    }
  }
  await page.context().close();
});

test("letters of twice the size leave the window to the page: the navigation does not stay in it", async () => {
  const large = await launch("chromium", { args: ["--blink-settings=defaultFontSize=32"] });
  const page = await open(large, { width: 390 });
  await visit(page, site.at("projects.html"));
  assert.equal(await page.locator(".nav").evaluate((nav) => getComputedStyle(nav).position), "static");
  await large.close();
});

// Also what is folded, and each link of a list.
for (const { name, least, ...options } of [
  { name: "with a mouse", least: 24, width: 1280 },
  { name: "on a small window", least: 24, width: 390 },
  { name: "with a finger", least: 44, width: 390, isMobile: true, hasTouch: true },
]) {
  test(`what is pressed ${name} is at least ${least} px high and wide`, async () => {
    const page = await open(browser, options);
    const small = [];
    for (const folder of ["", "en/"]) {
      for (const path of [...Object.values(PAGES), "projects.html?item=p01&v=3", "indicators.html?item=pm25&v=3"]) {
        await visit(page, site.at(folder + path));
        await new ExplorerPage(page).laidOut();
        await page.locator("details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
        const found = await page.evaluate(smallTargets, least);
        small.push(...found.map((target) => `${folder}${path}: ${target}`));
      }
    }
    assert.deepEqual(small, []);
    await page.context().close();
  });
}
