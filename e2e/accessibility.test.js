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

for (const colorScheme of ["light", "dark"]) {
  for (const [width, query] of [[390, "?lang=fr"], [1280, "?lang=en"], [1280, "?q=none"]]) {
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
