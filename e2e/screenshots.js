// Takes screenshots of the release build: see script/screenshots.

import { mkdirSync, readFileSync } from "node:fs";
import { alive, launch, open, visit } from "./browser.js";
import { ExplorerPage, PAGES } from "./page.js";
import { serveAt } from "./site.js";

const [folder, what] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const site = await serveAt("/a/b/");
const browser = await launch();

// Pages in another state: something is opened, filtered or grouped. These show the window only.
const STATES = [
  ["indicator", "indicators.html?item=pm25"],
  ["project", "projects.html?item=p08"],
  ["filtered", "projects.html?q=weizhai"],
  ["groups", "projects.html?by=place"],
  ["task", "tasks.html?item=t063"],
  ["embedded", "projects.html?embed=1"],
];

async function picture(name, { path = "", fullPage = true, ...options }) {
  const page = await open(browser, options);
  await visit(page, site.at(path));
  const explorer = new ExplorerPage(page);
  await explorer.laidOut();
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage });
  await page.context().close();
}

// The page docs/portal.html, with the addresses of this site.
async function portal(name, options) {
  const text = readFileSync(new URL("../docs/portal.html", import.meta.url), "utf8");
  const around = await serveAt("/portal/", {
    pages: { "/portal.html": text.replaceAll("https://www.example.gov.cn/plan/", site.at()) },
  });
  const page = await open(browser, options);
  await page.goto(`${around.origin}/portal.html`);
  await alive(page.frameLocator("iframe").first());
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
  for (const width of [390, 1280]) {
    for (const colorScheme of ["light", "dark"]) {
      for (const [lang, folder] of [["zh", ""], ["en", "en/"]]) {
        const name = (what) => `${lang}-${what}-${width}-${colorScheme}`;
        for (const [view, file] of Object.entries(PAGES)) await picture(name(view), { width, colorScheme, path: folder + file });
        for (const [state, path] of STATES) {
          await picture(name(`state-${state}`), { width, colorScheme, path: folder + path, fullPage: false });
        }
      }
    }
  }
}
await browser.close();
await site.close();
