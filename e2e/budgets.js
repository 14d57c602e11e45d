// Measures what the release build costs a reader and compares it with what it may cost, and with the last release, whose
// values stand in docs/budgets.json. Ends with 1 where something costs too much. See script/budgets.
//
// What cannot be kept to yet stands there as well, under `exceptions`: how much is `allowed` for now, and `why`.

import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch, open } from "./browser.js";
import { dist, serveAt } from "./site.js";

const record = fileURLToPath(new URL("../docs/budgets.json", import.meta.url));
const manifest = fileURLToPath(new URL("../Cargo.toml", import.meta.url));

// The rows of the table: the most, or the least, that each may be; a row without either is only told. 1 kB is 1000 bytes.
const ROWS = {
  "first view, Chinese": { unit: "kB", most: 150, aim: 120 },
  "first view, English": { unit: "kB", most: 150, aim: 120 },
  "requests of the first view": { unit: "", most: 6 },
  "first module": { unit: "kB", most: 110 },
  "second module": { unit: "kB" },
  "all that comes with the second module": { unit: "kB" },
  "layout shift while loading, 1280 px": { unit: "", digits: 3, most: 0.004 },
  "layout shift while loading, 390 px": { unit: "", digits: 3, most: 0.004 },
  "layout shift while loading, 412 px": { unit: "", digits: 3, most: 0.004 },
  "layout shift while scrolling, 1280 px": { unit: "", digits: 3, most: 0.004 },
  "layout shift while scrolling, 390 px": { unit: "", digits: 3, most: 0.004 },
  "layout shift while scrolling, 412 px": { unit: "", digits: 3, most: 0.004 },
  "layout shift as charts come to life, 1280 px": { unit: "", digits: 3, most: 0.004 },
  "layout shift as charts come to life, 390 px": { unit: "", digits: 3, most: 0.004 },
  "layout shift as charts come to life, 412 px": { unit: "", digits: 3, most: 0.004 },
  "longest task before the first module": { unit: "ms", digits: 0 },
  "longest task of the first module": { unit: "ms", digits: 0, most: 150 },
  "longest task of the second module": { unit: "ms", digits: 0, most: 150 },
  "Lighthouse: performance": { unit: "", least: 98 },
  "Lighthouse: accessibility": { unit: "", least: 100 },
  "Lighthouse: best-practices": { unit: "", least: 100 },
  "Lighthouse: seo": { unit: "", least: 100 },
};

// What a server sends of a file: the copy that the build has compressed, where it has one.
function brotli(path) {
  const copy = join(dist, `${path}.br`);
  return statSync(existsSync(copy) ? copy : join(dist, path)).size;
}

const says = (page, attribute, value) => page.locator(`html[${attribute}=${value}]`).waitFor({ state: "attached", timeout: 60_000 });

// The files that a first visit asks the server for, until nothing more is asked for; and those that the first sign of a
// reader brings after them.
async function files(browser, path) {
  let asked = [];
  const answer = (asking) => {
    asked.push(asking.endsWith("/") || asking === "" ? `${asking}index.html` : asking);
    return false;
  };
  const site = await serveAt("/a/b/", { answer });
  const page = await open(browser, { width: 390, height: 780 });
  await page.goto(site.at(path), { waitUntil: "networkidle" });
  await says(page, "data-state", "ready");
  const first = asked;
  asked = [];
  await page.keyboard.press("Shift");
  await says(page, "data-more", "ready");
  await page.context().close();
  await site.close();
  return { first, more: asked };
}

// Notes what Chromium tells of layout shifts and long tasks, and when the modules began and were there.
function observe() {
  window.shifts = [];
  window.tasks = [];
  window.times = {};
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
    for (const { startTime, duration } of list.getEntries()) window.tasks.push({ startTime, duration });
  }).observe({ type: "longtask", buffered: true });
  document.addEventListener("DOMContentLoaded", () => {
    window.times.parsed = performance.now();
    const look = () => {
      const { state, more } = document.documentElement.dataset;
      if (state === "ready") window.times.ready ??= performance.now();
      if (more === "starting") window.times.asked ??= performance.now();
      if (more === "ready") window.times.complete ??= performance.now();
    };
    new MutationObserver(look).observe(document.documentElement, { attributes: true });
  });
}

const frames = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));

// A page of that width on which the first module has begun.
async function observed(browser, site, width, prepare) {
  const page = await open(browser, { width, height: width > 700 ? 800 : 780 });
  await page.addInitScript(observe);
  await prepare?.(page);
  await page.goto(site.at(), { waitUntil: "networkidle" });
  await says(page, "data-state", "ready");
  return page;
}

// How far what is shown has moved by itself since this was asked last, all together, and what it was.
async function taken(page) {
  await frames(page);
  const found = await page.evaluate(() => window.shifts.splice(0));
  const moved = [...new Set(found.flatMap(({ moved }) => moved))];
  return { sum: found.reduce((sum, { value }) => sum + value, 0), moved };
}

// While the page loads; and while a reader scrolls through it, which brings the second module.
async function shifts(browser, site, width) {
  const page = await observed(browser, site, width);
  const loading = await taken(page);
  await page.mouse.move(width / 2, 400);
  const isThere = () => page.evaluate(() => window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 1);
  while (!(await isThere())) {
    const before = await page.evaluate(() => window.scrollY);
    await page.mouse.wheel(0, 600);
    await page.waitForFunction((before) => window.scrollY !== before, before);
    await frames(page);
  }
  await says(page, "data-more", "ready");
  const scrolling = await taken(page);
  await page.context().close();
  return { loading, scrolling };
}

// Where a reader is already at charts when the second module arrives, as on a slow line: the most of three places.
async function late(browser, site, width) {
  let most = { sum: 0, moved: [] };
  for (const place of ["promise", "questions", "projects"]) {
    let release;
    const released = new Promise((go) => {
      release = go;
    });
    const page = await observed(browser, site, width, (page) =>
      page.route(/\/more_bg-\w+\.wasm$/, async (route) => {
        await released;
        await route.continue();
      }),
    );
    await page.evaluate((place) => document.getElementById(place).scrollIntoView(), place);
    await says(page, "data-more", "starting");
    await taken(page);
    release();
    await says(page, "data-more", "ready");
    const found = await taken(page);
    if (found.sum > most.sum) most = found;
    await page.context().close();
  }
  return most;
}

// The longest tasks on a phone that is four times slower than this machine: until the page is parsed, while the first module
// brings it to life, and while the second does. What else runs on the machine only adds: the least of three runs counts, and of
// nine where that would be too much.
async function tasks(browser, site) {
  const least = [Infinity, Infinity, Infinity];
  const { most } = ROWS["longest task of the first module"];
  for (let run = 0; run < 3 || (run < 9 && Math.max(least[1], least[2]) > most); run += 1) {
    const page = await open(browser, { width: 390, height: 780 });
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.addInitScript(observe);
    await page.goto(site.at(), { waitUntil: "networkidle" });
    await says(page, "data-state", "ready");
    await page.keyboard.press("Shift");
    await says(page, "data-more", "ready");
    await frames(page);
    const longest = await page.evaluate(() => {
      const { parsed, ready, asked, complete } = window.times;
      const within = (from, to) =>
        window.tasks.filter(({ startTime }) => startTime >= from && startTime < to).map(({ duration }) => duration);
      // A task that is not long is shorter than 50 ms.
      return [[0, parsed], [parsed, ready], [asked, complete]].map(([from, to]) => Math.max(0, ...within(from, to)));
    });
    longest.forEach((duration, which) => {
      least[which] = Math.min(least[which], duration);
    });
    await page.context().close();
  }
  return least;
}

// Every row that was measured, and remarks.
async function measure(withLighthouse) {
  const values = {};
  const remarks = [];
  const browser = await launch();
  const site = await serveAt("/a/b/");
  try {
    for (const [path, name] of [["", "Chinese"], ["en/", "English"]]) {
      const { first, more } = await files(browser, path);
      values[`first view, ${name}`] = first.reduce((sum, file) => sum + brotli(file), 0) / 1000;
      if (path !== "") continue;
      values["requests of the first view"] = first.length;
      values["all that comes with the second module"] = more.reduce((sum, file) => sum + brotli(file), 0) / 1000;
      for (const file of first) remarks.push(`${(brotli(file) / 1000).toFixed(1).padStart(8)} kB  ${file}`);
      for (const file of more) remarks.push(`${(brotli(file) / 1000).toFixed(1).padStart(8)} kB  ${file} (later)`);
    }
    const module = (pattern) => brotli(readdirSync(dist).find((name) => pattern.test(name))) / 1000;
    values["first module"] = module(/^plan-explorer-\w+_bg\.wasm$/);
    values["second module"] = module(/^more_bg-\w+\.wasm$/);
    for (const width of [1280, 390, 412]) {
      const { loading, scrolling } = await shifts(browser, site, width);
      const ways = { "while loading": loading, "while scrolling": scrolling, "as charts come to life": await late(browser, site, width) };
      for (const [when, { sum, moved }] of Object.entries(ways)) {
        values[`layout shift ${when}, ${width} px`] = sum;
        if (moved.length > 0) remarks.push(`what moved ${when} at ${width} px: ${moved.join(", ")}`);
      }
    }
    const [before, first, second] = await tasks(browser, site);
    values["longest task before the first module"] = before;
    values["longest task of the first module"] = first;
    values["longest task of the second module"] = second;
  } finally {
    await browser.close();
    await site.close();
  }
  if (withLighthouse) {
    const { measure: score } = await import("./lighthouse.js");
    let { scores, flaws } = await score();
    if (scores.performance < ROWS["Lighthouse: performance"].least) {
      // A busy machine makes it less: once more.
      const again = await score();
      if (again.scores.performance > scores.performance) ({ scores, flaws } = again);
    }
    for (const [name, value] of Object.entries(scores)) values[`Lighthouse: ${name}`] = value;
    for (const { category, id, found, title } of flaws.filter(({ weight }) => weight > 0)) {
      remarks.push(`Lighthouse, ${category}: ${id} ${found} — ${title}`);
    }
  }
  return { values, remarks };
}

const options = process.argv.slice(2);
const unknown = options.find((option) => !["--release", "--quick"].includes(option));
if (unknown) {
  console.error(`script/budgets: '${unknown}' is neither '--release' nor '--quick'`);
  process.exit(2);
}
const last = JSON.parse(readFileSync(record, "utf8"));
const { values, remarks } = await measure(!options.includes("--quick"));
const shown = (name, value) => {
  if (value === undefined || value === null) return "–";
  const { unit, digits = unit === "kB" ? 1 : 0 } = ROWS[name];
  return `${value.toFixed(digits)} ${unit}`.trim();
};
const lines = [["", "now", "budget", `since ${last.release ?? "–"}`, ""]];
const exceeded = [];
for (const [name, { most, least, aim }] of Object.entries(ROWS)) {
  const value = values[name];
  if (value === undefined) continue;
  const exception = last.exceptions[name];
  const isOver = (limit) => (most !== undefined ? value > limit : least !== undefined && value < limit);
  const before = last.values[name];
  const change = before === undefined ? "–" : `${value - before < 0 ? "−" : "+"}${shown(name, Math.abs(value - before))}`;
  let verdict = "";
  if (exception && !isOver(most ?? least)) verdict = "within the budget: take its exception back";
  else if (exception && !isOver(exception.allowed)) verdict = `allowed ${shown(name, exception.allowed)}: ${exception.why}`;
  else if (isOver(most ?? least)) {
    verdict = exception ? `WORSE THAN ALLOWED, ${shown(name, exception.allowed)}` : "EXCEEDED";
    exceeded.push(name);
  } else if (aim !== undefined && value > aim) verdict = `aim: ${shown(name, aim)}`;
  const budget = most ?? least;
  lines.push([name, shown(name, value), budget === undefined ? "" : `${least ? "≥" : "≤"} ${shown(name, budget)}`, change, verdict]);
}
const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column].length)));
for (const [name, ...columns] of lines) {
  const numbers = columns.slice(0, 3).map((text, at) => text.padStart(widths[at + 1]));
  console.log([name.padEnd(widths[0]), ...numbers, columns[3]].join("  ").trimEnd());
}
console.log(`\n${remarks.join("\n")}`);
if (options.includes("--release")) {
  const version = readFileSync(manifest, "utf8").match(/^version = "(.+)"$/m)[1];
  // As many digits as are printed: what is noise is no change.
  const rounded = Object.fromEntries(Object.keys(ROWS).filter((name) => name in values).map((name) => [name, parseFloat(shown(name, values[name]))]));
  const content = { release: version, date: new Date().toISOString().slice(0, 10), values: { ...last.values, ...rounded }, exceptions: last.exceptions };
  writeFileSync(record, `${JSON.stringify(content, null, 2)}\n`);
  console.log(`\nwrote ${record}`);
}
if (exceeded.length > 0) {
  console.error(`\nover budget: ${exceeded.join("; ")}`);
  process.exitCode = 1;
}
