// Takes full-page pictures of the release build; see script/screenshots.

import { mkdirSync } from "node:fs";
import { launch, open, visit } from "./browser.js";
import { serveAt } from "./site.js";

const folder = process.argv[2];
mkdirSync(folder, { recursive: true });
const site = await serveAt("/a/b/");
const browser = await launch();
for (const width of [320, 390, 1280]) {
  for (const colorScheme of ["light", "dark"]) {
    for (const [name, query] of [["zh", ""], ["en", "?lang=en"]]) {
      const page = await open(browser, { width, colorScheme });
      await visit(page, site.at(query));
      await page.screenshot({ path: `${folder}/${width}-${colorScheme}-${name}.png`, fullPage: true });
      await page.context().close();
    }
  }
}
await browser.close();
await site.close();
