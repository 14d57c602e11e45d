// Measurements of the release build for e2e/budgets.js: bytes, requests, DOM, layout shift, moved texts, long tasks.

import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { serve } from "../bench/server.js";
import { alive, open, painted, visit } from "./browser.js";
import { dist } from "./site.js";

const PHONE = { width: 390, height: 780 };
const sizeOf = (width) => (width > 700 ? { width, height: 800 } : { width, height: 780 });

// The files of a first visit, which the browser may take its time with on a busy machine.
const PATIENCE = 60_000;

// The bytes that a server sends of a file: those of its brotli copy, if the build has one.
export function brotli(path) {
  const copy = join(dist, `${path}.br`);
  return statSync(existsSync(copy) ? copy : join(dist, path)).size;
}

// The address of a page: that of the first one is its folder.
export const addressOf = (file) => file.replace(/index\.html$/, "");

// The names of the app's files, by what the first page calls them: `module`, `script`, `dataset`, … and of projects.html `first`,
// `first-script`, `first-module`.
export function filesOfApp() {
  const files = {};
  for (const page of ["index.html", "projects.html"]) {
    const [element] = readFileSync(join(dist, page), "utf8").match(/<script data-script=[^>]*>/);
    for (const [, name, value] of element.matchAll(/ data-([a-z-]+)="([^"]*)"/g)) files[name] = value;
  }
  return files;
}

// Opens a page and waits until the app runs and nothing more is fetched.
async function opened(browser, address, size, prepare) {
  const page = await open(browser, size);
  page.setDefaultTimeout(PATIENCE);
  await prepare?.(page);
  await page.goto(address, { waitUntil: "networkidle" });
  await alive(page);
  await painted(page);
  return page;
}

// --- Bytes and requests -----------------------------------------------------------------------------------------

// Opens the first page in a browser with empty storage, with a service worker, and waits until that has cached the site. Returns all
// answers of the server, whoever asked: path, bytes of the body, whether it was sent before. If `isCacheable` is false, the server
// forbids to store anything (`no-store`).
export async function firstVisit(browser, isCacheable) {
  const server = await serve({ folders: [dist], isImmutable: (path) => /-[0-9a-f]{16}(_bg)?\.\w+$/.test(path) });
  server.use({ isCacheable });
  const page = await open(browser, { ...PHONE, serviceWorkers: "allow" });
  page.setDefaultTimeout(PATIENCE);
  try {
    await visit(page, server.address);
    // A worker becomes active once its install has cached the site; it is registered after everything else.
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    const known = new Set();
    return server.log.map(({ path, bytes }) => {
      const isAgain = bytes > 0 && known.has(path);
      if (bytes > 0) known.add(path);
      return { path, bytes, isAgain };
    });
  } finally {
    await page.context().close();
    await server.close();
  }
}

// Runs in the page from the start: records layout shifts and long tasks.
function observe() {
  window.shifts = [];
  window.tasks = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
      const moved = sources.map(({ node }) => {
        const element = node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement;
        return element?.closest("figure[id], section[id]")?.id || element?.className || element?.localName;
      });
      if (!hadRecentInput) window.shifts.push({ value, moved });
    }
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.tasks.push(duration);
  }).observe({ type: "longtask", buffered: true });
}

// --- A page while it loads, and at rest -------------------------------------------------------------------------

// The names of the files that a page requests before its first paint, besides itself. On a busy machine the first paint may come later
// than the page could know: the fewest of up to four visits.
export async function earlyRequests(browser, site, file) {
  let fewest;
  for (let visit = 0; visit < 4 && fewest?.length !== 0; visit += 1) {
    const page = await opened(browser, site.at(addressOf(file)), PHONE);
    const names = await page.evaluate(() => {
      const painted = performance.getEntriesByName("first-paint")[0].startTime;
      const early = performance.getEntriesByType("resource").filter(({ startTime }) => startTime < painted);
      // The browser fetches the icon for itself, and no paint waits for it.
      return early.map(({ name }) => name.split("/").pop()).filter((name) => name !== "icon.svg");
    });
    if (!fewest || names.length < fewest.length) fewest = names;
    await page.context().close();
  }
  return fewest;
}

// DOM nodes, and the bytes of Blink's heap, after garbage collection: the same as in bench/visits.js. Nodes are all of the process:
// also texts, and those that are in the page no more but still referred to.
async function dom(page) {
  const devtools = await page.context().newCDPSession(page);
  // Twice: what holds nodes alive may itself be found dead only the first time.
  for (const _ of "12") await devtools.send("HeapProfiler.collectGarbage");
  const { nodes } = await devtools.send("Memory.getDOMCounters");
  const { embedderHeapUsedSize } = await devtools.send("Runtime.getHeapUsage");
  return { nodes, memory: embedderHeapUsedSize };
}

// The layout shift since this was called last, and the elements that moved.
async function shifted(page) {
  await painted(page);
  const found = await page.evaluate(() => window.shifts.splice(0));
  const moved = [...new Set(found.flatMap(({ moved }) => moved))];
  return { sum: found.reduce((sum, { value }) => sum + value, 0), moved };
}

// What a page costs at that width: the layout shift while it is `loading` (until the app has taken over) and while a reader is
// `scrolling` through it; DOM `nodes` and `memory` at rest.
export async function visited(browser, site, file, width) {
  const page = await opened(browser, site.at(addressOf(file)), sizeOf(width), (page) => page.addInitScript(observe));
  const loading = await shifted(page);
  const { nodes, memory } = await dom(page);
  await page.mouse.move(width / 2, 400);
  const isThere = () => page.evaluate(() => window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 1);
  while (!(await isThere())) {
    const before = await page.evaluate(() => window.scrollY);
    await page.mouse.wheel(0, 1500);
    await page.waitForFunction((before) => window.scrollY !== before, before);
    await painted(page);
  }
  const scrolling = await shifted(page);
  await page.context().close();
  return { loading, nodes, memory, scrolling };
}

// --- The app takes over -----------------------------------------------------------------------------------------

// Runs in the page: the text of each element in the window that has some of its own, and its place there. (Not of each text node: the
// prerendered page may have one where the app has two.)
function texts() {
  const found = [];
  for (const element of document.querySelectorAll("#app *")) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "");
    if (!hasText || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(element);
    const { x, y, width, height } = range.getBoundingClientRect();
    const isShown = y + height > 0 && y < innerHeight && width > 0;
    if (isShown) found.push({ text: element.textContent.trim(), place: [x, y, width, height] });
  }
  return found;
}

const scrollTo = async (page, part) => {
  await page.evaluate((part) => {
    window.scrollTo({ top: part * document.documentElement.scrollHeight, behavior: "instant" });
  }, part);
  await painted(page);
};

// The texts that stand elsewhere once the app has taken over, by more than a pixel, or are not there any more. Browsers count no layout
// shift there: a new element moves nothing. The app is held back until the reader has scrolled half of the way down the page.
export async function movedTexts(browser, site, file, width) {
  const page = await open(browser, sizeOf(width));
  page.setDefaultTimeout(PATIENCE);
  let release;
  const released = new Promise((go) => {
    release = go;
  });
  await page.route(/plan-explorer-\w+_bg\.wasm$/, async (route) => {
    await released;
    await route.continue();
  });
  const asked = page.waitForRequest(/plan-explorer-\w+_bg\.wasm$/);
  await page.goto(site.at(addressOf(file)));
  await asked;
  // These styles arrive with the app: they must not matter for what is shown before.
  await page.locator("html[data-styled]").waitFor({ state: "attached" });
  await painted(page);
  const before = { top: await page.evaluate(texts) };
  await scrollTo(page, 0.5);
  before.middle = await page.evaluate(texts);
  release();
  await alive(page);
  await painted(page);
  const after = { middle: await page.evaluate(texts) };
  await scrollTo(page, 0);
  after.top = await page.evaluate(texts);
  await page.context().close();
  if (before.top.length === 0) throw new Error(`${file}: no text found at ${width} px`);
  const isSame = (one, other) => one.text === other.text && one.place.every((value, at) => Math.abs(value - other.place[at]) <= 1);
  return ["top", "middle"].flatMap((part) =>
    before[part]
      .filter((one) => !after[part].some((other) => isSame(one, other)))
      .map(({ text, place }) => `“${text.slice(0, 30)}” at ${place.map(Math.round)} (${part})`),
  );
}

// --- Time -------------------------------------------------------------------------------------------------------

// The longest task in milliseconds while a page loads and the app takes over, on a phone with a four times slower processor. Other
// programs on the machine only add: the least of two runs, and of up to eight while that is over `most`. A task that Chromium does not
// call long (50 ms) counts as 0.
export async function longestTask(browser, site, file, most) {
  let least = Infinity;
  for (let run = 0; run < 2 || (run < 8 && least > most); run += 1) {
    const page = await opened(browser, site.at(addressOf(file)), PHONE, async (page) => {
      const session = await page.context().newCDPSession(page);
      await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
      await page.addInitScript(observe);
    });
    least = Math.min(least, await page.evaluate(() => Math.max(0, ...window.tasks)));
    await page.context().close();
  }
  return least;
}
