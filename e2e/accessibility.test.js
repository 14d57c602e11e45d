// The rules of axe-core on every page: both languages, both themes, narrow and wide, with a tooltip and a notice open.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { launch, open, visit } from "./browser.js";
import { ExplorerPage } from "./page.js";
import { serveAt } from "./site.js";

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

for (const colorScheme of SCHEMES) {
  for (const [width, query] of [[390, "?lang=fr"], [1280, "en/"], [1280, "?q=none"]]) {
    test(`${colorScheme}, ${width} px, ${query}`, async () => {
      const page = await open(browser, { width, colorScheme });
      await visit(page, site.at(query));
      const explorer = new ExplorerPage(page);
      await page.locator("#promise summary").click();
      await explorer.chart.focus();
      await page.keyboard.press("Home");
      await explorer.tooltip.waitFor();
      await page.evaluate(axe);
      const { violations, passes } = await page.evaluate(() => axe.run(document));
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
      assert.deepEqual(found, []);
      assert.ok(passes.some(({ id }) => id === "color-contrast"), "contrast was measured");
      await page.context().close();
    });
  }
}

// What is open, found or narrowed has rules of its own.
const STATES = [
  { width: 390, query: "?item=pm25" },
  { width: 1280, query: "?view=projects&item=p08&by=place" },
  { width: 390, query: "?view=projects&sector=coal&q=x", act: (page) => page.locator(".open-facets").click() },
  { width: 1280, query: "?view=tasks&item=t063" },
  { width: 390, query: "en/?view=findings&item=f067&figures=subject" },
  { width: 1280, query: "?as=chart&state=above" },
  { width: 390, query: "?embed=1&view=projects&item=p08", schemes: ["dark"] },
  { width: 390, query: "en/?embed=1&item=levels", schemes: ["light"] },
  { width: 1280, query: "?embed=1&view=indicators&plain=1", schemes: ["light"] },
  { width: 1280, query: "?theme=contrast" },
  { width: 390, query: "?theme=dark", schemes: ["light"] },
  ...["csv", "png"].map((what, at) => ({
    width: 390,
    query: "",
    schemes: SCHEMES.slice(at, at + 1),
    act: async (page) => {
      await page.evaluate(() => delete URL.createObjectURL);
      await page.locator(`#levels [data-download=${what}]`).click();
      await page.locator("#levels [data-test=keep]").waitFor();
    },
  })),
  // Before the reader has done anything.
  { width: 390, query: "en/", all: false },
  { width: 1280, query: "", all: false },
  ...[390, 1280].map((width) => ({
    width,
    query: "",
    act: async (page) => {
      await page.keyboard.press("/");
      await page.keyboard.type("weizhai");
      await page.locator("[data-test=search-option]").first().waitFor();
      await page.keyboard.press("ArrowDown");
      await page.locator(".option.active").waitFor();
    },
  })),
];

for (const colorScheme of SCHEMES) {
  for (const { width, query, act, all = true } of STATES.filter(({ schemes = SCHEMES }) => schemes.includes(colorScheme))) {
    test(`${colorScheme}, ${width} px, ${query}${act ? ", and on" : ""}${all ? "" : ", at first"}`, async () => {
      const page = await open(browser, { width, colorScheme });
      await visit(page, site.at(query), { all });
      if (all) await new ExplorerPage(page).laidOut();
      await act?.(page);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => axe.run(document));
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
      assert.deepEqual(found, []);
      await page.context().close();
    });
  }
}
