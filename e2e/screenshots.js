// Takes pictures of the release build; see script/screenshots.

import { mkdirSync, readFileSync } from "node:fs";
import { launch, open, visit } from "./browser.js";
import { ExplorerPage } from "./page.js";
import { serveAt } from "./site.js";

const [folder, what] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const site = await serveAt("/a/b/");
const browser = await launch();

// What is open or narrowed, besides the whole page.
const STATES = [
  ["indicator", "item=pm25"],
  ["project", "view=projects&item=p08"],
  ["groups", "view=projects&by=place"],
  ["tasks", "view=tasks&item=t063"],
  ["findings", "view=findings"],
];

async function picture(name, { path = "", fullPage = true, ...options }) {
  const page = await open(browser, options);
  await visit(page, site.at(path));
  const explorer = new ExplorerPage(page);
  await explorer.laidOut();
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage });
  await page.context().close();
}

// docs/portal.html with the address of this page.
async function portal(name, options) {
  const text = readFileSync(new URL("../docs/portal.html", import.meta.url), "utf8");
  const around = await serveAt("/portal/", {
    pages: { "/portal.html": text.replaceAll("https://www.example.gov.cn/plan/", site.at()) },
  });
  const page = await open(browser, options);
  await page.goto(`${around.origin}/portal.html`);
  await page.frameLocator("iframe").first().locator("html[data-state=ready]").waitFor({ state: "attached" });
  await page.screenshot({ path: `${folder}/${name}.png` });
  await page.context().close();
  await around.close();
}

if (what === "readme") {
  await picture("page", { width: 1280, height: 860, fullPage: false });
} else if (what === "publish") {
  await picture("publish-page", { width: 1000, height: 600, fullPage: false });
  await portal("publish-portal", { width: 1000, height: 800 });
} else {
  for (const width of [320, 390, 1280]) {
    for (const colorScheme of ["light", "dark"]) {
      for (const [name, path] of [["zh", ""], ["en", "en/"]]) {
        await picture(`${width}-${colorScheme}-${name}`, { width, colorScheme, path });
        for (const [state, more] of STATES) {
          const fullPage = false;
          await picture(`${width}-${colorScheme}-${name}-${state}`, { width, colorScheme, path: `${path}?${more}`, fullPage });
        }
      }
    }
  }
}
await browser.close();
await site.close();
