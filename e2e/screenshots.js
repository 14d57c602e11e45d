// Takes screenshots of the release build: see script/screenshots.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { alive, launch, open, visit } from "./browser.js";
import { ExplorerPage, PAGES } from "./page.js";
import { dist, serveAt } from "./site.js";

const [folder, what, before] = process.argv.slice(2);
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

// Every page in both languages, both themes and two widths, and some states; returns the names of the pictures. An earlier build may
// lack a page: then there is no picture of it.
async function all(prefix) {
  const names = [];
  const taken = async (name, options) => {
    names.push(name);
    await picture(prefix + name, options).catch((reason) => console.error(`${prefix}${name}: no picture: ${reason.message.split("\n", 1)}`));
  };
  for (const width of [390, 1280]) {
    for (const colorScheme of ["light", "dark"]) {
      for (const [lang, folder] of [["zh", ""], ["en", "en/"]]) {
        const name = (what) => `${lang}-${what}-${width}-${colorScheme}`;
        for (const [view, file] of Object.entries(PAGES)) await taken(name(view), { width, colorScheme, path: folder + file });
        for (const [state, path] of STATES) {
          await taken(name(`state-${state}`), { width, colorScheme, path: folder + path, fullPage: false });
        }
      }
    }
  }
  return names;
}

// A page with pictures side by side: those that `files` gives for each name.
function sheet(names, files) {
  const pair = (name) => `<h2>${name}</h2><p>${files(name).map((file) => `<img src="${file}" alt="${file}">`).join(" ")}</p>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Before and after</title>
<style>body { font: 1rem sans-serif; } p { display: flex; gap: 1rem; align-items: start; overflow-x: auto; } img { max-width: 49%; border: 1px solid; }</style>
${names.map(pair).join("\n")}
`;
}

if (what === "readme") {
  await picture("page", { width: 1280, height: 860, fullPage: false });
} else if (what === "publish") {
  await picture("publish-page", { width: 1000, height: 600, fullPage: false });
  await portal("publish-portal", { width: 1000, height: 800 });
} else if (what === "compare") {
  site.use(before);
  const names = await all("before-");
  site.use(dist);
  await all("");
  writeFileSync(`${folder}/compare.html`, sheet(names, (name) => [`before-${name}.png`, `${name}.png`]));
} else if (what === "approved") {
  // What approved.test.js has left there.
  const names = readdirSync(folder).filter((file) => file.endsWith(".differences.png")).map((file) => file.replace(".differences.png", ""));
  const files = (name) => [`../../e2e/approved/${name}.png`, `${name}.png`, `${name}.differences.png`];
  writeFileSync(`${folder}/index.html`, sheet(names, files));
} else {
  await all("");
}
await browser.close();
await site.close();
