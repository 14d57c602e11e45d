// Measures what the release build costs a reader (costs.js, lighthouse.js), and compares it with the budgets and with the last release,
// whose values are in docs/budgets.json. Exits with 1 if a budget is exceeded. See script/budgets.
//
// A budget that cannot be kept yet has an exception in docs/budgets.json, under `exceptions`: what is `allowed` meanwhile, and `why`. To
// take an exception back, delete its lines.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { launch } from "./browser.js";
import { brotli, earlyRequests, filesOfApp, firstVisit, longestTask, movedTexts, visited } from "./costs.js";
import { PAGE_FILES, serveAt } from "./site.js";

const record = fileURLToPath(new URL("../docs/budgets.json", import.meta.url));
const manifest = fileURLToPath(new URL("../Cargo.toml", import.meta.url));

const HOMES = ["index.html", "en/index.html"];
const CHINESE = PAGE_FILES.filter((file) => !file.startsWith("en/"));
const WIDTHS = [390, 1280];

const perWidth = (name, row) => WIDTHS.map((width) => [`${name}, ${width} px`, row]);

// The rows of the table: the most, or the least, that each may be; a row without either is only printed. 1 kB is 1000 bytes, after
// brotli. What is measured on several pages is the most of them. `timed` rows depend on the machine, and on what else it does:
// `--untimed` prints them, but does not judge by them.
const ROWS = Object.fromEntries([
  ...PAGE_FILES.map((file) => [file, { unit: "kB", most: HOMES.includes(file) ? 16 : 24 }]),
  ["first answer: module, loader, script", { unit: "kB", most: 30 }],
  ["module of the app", { unit: "kB", most: 210 }],
  ["loader of the app", { unit: "kB" }],
  ["dataset", { unit: "kB" }],
  ["requests before the first paint", { unit: "", most: 0 }],
  ["requests of the first page", { unit: "", most: 6 }],
  ["first visit, worker included", { unit: "kB", most: 420 }],
  ["  of that, fetched again", { unit: "kB", most: 0 }],
  ["first visit, nothing may be stored", { unit: "kB", most: 420 }],
  ["  of that, fetched again, nothing stored", { unit: "kB", most: 0 }],
  ...perWidth("DOM nodes", { unit: "", most: 2500 }),
  ...perWidth("DOM memory", { unit: "MB", digits: 2, most: 3 }),
  ...perWidth("layout shift while loading", { unit: "", digits: 3, most: 0.004 }),
  ...perWidth("layout shift while scrolling", { unit: "", digits: 3, most: 0.004 }),
  ...perWidth("texts that move as the app takes over", { unit: "", most: 0 }),
  ["longest task at 4× CPU", { unit: "ms", most: 150, timed: true }],
  ["Lighthouse: performance", { unit: "", least: 98, timed: true }],
  ["Lighthouse: accessibility", { unit: "", least: 100 }],
  ["Lighthouse: best-practices", { unit: "", least: 100 }],
  ["Lighthouse: seo", { unit: "", least: 100 }],
]);

const kB = (bytes) => bytes / 1000;

// Keeps the most of the values of each row, with the page that it is of.
class Values {
  all = {};
  remarks = [];

  set(row, value) {
    this.all[row] = value;
  }

  // `of` is what was measured, and `what` it found, if anything.
  most(row, value, of, what = []) {
    this.all[row] = Math.max(this.all[row] ?? 0, value);
    const { most } = ROWS[row];
    if (what.length > 0) this.remarks.push(`${row}: ${of}: ${what.slice(0, 5).join(", ")}${what.length > 5 ? ", …" : ""}`);
    else if (value > most) this.remarks.push(`${row}: ${of}: ${shown(row, value)}`);
  }
}

function measureFiles(values) {
  for (const file of PAGE_FILES) values.set(file, kB(brotli(file)));
  const files = filesOfApp();
  const all = (...names) => kB(names.reduce((sum, name) => sum + brotli(files[name]), 0));
  values.set("first answer: module, loader, script", all("first", "first-script", "first-module"));
  values.set("module of the app", all("module"));
  values.set("loader of the app", all("script"));
  values.set("dataset", all("dataset"));
}

async function measureFirstVisits(values, browser) {
  for (const [visit, again, isCacheable] of [
    ["first visit, worker included", "  of that, fetched again", true],
    ["first visit, nothing may be stored", "  of that, fetched again, nothing stored", false],
  ]) {
    const answers = await firstVisit(browser, isCacheable);
    const sum = (answers) => kB(answers.reduce((sum, { bytes }) => sum + bytes, 0));
    const repeated = answers.filter(({ isAgain }) => isAgain);
    values.set(visit, sum(answers));
    values.set(again, sum(repeated));
    if (isCacheable) {
      // The worker comes last.
      values.set("requests of the first page", answers.findIndex(({ path }) => path === "/sw.js"));
      for (const { path, bytes } of answers.filter(({ bytes }) => bytes > 0)) {
        values.remarks.push(`${kB(bytes).toFixed(1).padStart(8)} kB  ${path.slice(1)}`);
      }
    }
    for (const { path } of repeated) values.remarks.push(`${visit}: fetched again: ${path.slice(1)}`);
  }
}

async function measurePages(values, browser, site) {
  for (const width of WIDTHS) {
    for (const file of PAGE_FILES) {
      const { loading, scrolling, nodes, memory } = await visited(browser, site, file, width);
      values.most(`DOM nodes, ${width} px`, nodes, file);
      values.most(`DOM memory, ${width} px`, memory / 1e6, file);
      values.most(`layout shift while loading, ${width} px`, loading.sum, file, loading.moved);
      values.most(`layout shift while scrolling, ${width} px`, scrolling.sum, file, scrolling.moved);
      const moved = await movedTexts(browser, site, file, width);
      values.most(`texts that move as the app takes over, ${width} px`, moved.length, file, moved);
    }
  }
  for (const file of PAGE_FILES) {
    const early = await earlyRequests(browser, site, file);
    values.most("requests before the first paint", early.length, file, early);
  }
}

async function measureTasks(values, browser, site) {
  const row = "longest task at 4× CPU";
  for (const file of CHINESE) {
    const duration = await longestTask(browser, site, file, ROWS[row].most);
    values.most(row, duration, file, [shown(row, duration)]);
  }
}

async function measureLighthouse(values) {
  const { measure } = await import("./lighthouse.js");
  let { scores, flaws } = await measure();
  if (scores.performance < ROWS["Lighthouse: performance"].least) {
    // A busy machine makes it less: once more.
    const again = await measure();
    if (again.scores.performance > scores.performance) ({ scores, flaws } = again);
  }
  for (const [name, value] of Object.entries(scores)) values.set(`Lighthouse: ${name}`, value);
  for (const { category, id, found, title } of flaws.filter(({ weight }) => weight > 0)) {
    values.remarks.push(`Lighthouse, ${category}: ${id} ${found} — ${title}`);
  }
}

async function measure(withLighthouse) {
  const values = new Values();
  measureFiles(values);
  const browser = await launch();
  const site = await serveAt("/a/b/");
  // What fails is told below the table: the rest is measured all the same.
  const failures = [];
  for (const part of [measureFirstVisits, measurePages, measureTasks, ...(withLighthouse ? [measureLighthouse] : [])]) {
    await part(values, browser, site).catch((reason) => failures.push(`${part.name}: ${reason.message}`));
  }
  await browser.close();
  await site.close();
  return { values: values.all, remarks: values.remarks, failures };
}

// A value of a row as it is printed.
function shown(name, value) {
  if (value === undefined || value === null) return "–";
  const { unit, digits = unit === "kB" ? 1 : 0 } = ROWS[name];
  return `${value.toFixed(digits)} ${unit}`.trim();
}

const options = process.argv.slice(2);
const unknown = options.find((option) => !["--release", "--quick", "--untimed"].includes(option));
if (unknown) {
  console.error(`script/budgets: '${unknown}' is none of '--release', '--quick' and '--untimed'`);
  process.exit(2);
}
const last = JSON.parse(readFileSync(record, "utf8"));
const { values, remarks, failures } = await measure(!options.includes("--quick"));
const lines = [["", "now", "budget", `since ${last.release ?? "–"}`, ""]];
const exceeded = [];
for (const [name, { most, least, timed }] of Object.entries(ROWS)) {
  const value = values[name];
  if (value === undefined) continue;
  const exception = last.exceptions[name];
  const isOver = (limit) => (most !== undefined ? value > limit : least !== undefined && value < limit);
  const before = last.values[name];
  const change = before === undefined ? "–" : `${value - before < 0 ? "−" : "+"}${shown(name, Math.abs(value - before))}`;
  let verdict = "";
  if (exception && !isOver(most ?? least)) verdict = "within the budget: take its exception back";
  else if (exception && !isOver(exception.allowed)) verdict = `allowed ${shown(name, exception.allowed)}: ${exception.why}`;
  else if (isOver(most ?? least) && timed && options.includes("--untimed")) verdict = "exceeded here: measure again with nothing else running";
  else if (isOver(most ?? least)) {
    verdict = exception ? `WORSE THAN ALLOWED, ${shown(name, exception.allowed)}` : "EXCEEDED";
    exceeded.push(name);
  }
  const budget = most ?? least;
  lines.push([name, shown(name, value), budget === undefined ? "" : `${least ? "≥" : "≤"} ${shown(name, budget)}`, change, verdict]);
}
const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column].length)));
for (const [name, ...columns] of lines) {
  const numbers = columns.slice(0, 3).map((text, at) => text.padStart(widths[at + 1]));
  console.log([name.padEnd(widths[0]), ...numbers, columns[3]].join("  ").trimEnd());
}
console.log(`\n${remarks.join("\n")}`);
if (options.includes("--release") && failures.length === 0) {
  const version = readFileSync(manifest, "utf8").match(/^version = "(.+)"$/m)[1];
  // With as many digits as are printed: noise is no change.
  const rounded = Object.fromEntries(Object.keys(ROWS).filter((name) => name in values).map((name) => [name, parseFloat(shown(name, values[name]))]));
  const content = { release: version, date: new Date().toISOString().slice(0, 10), values: { ...last.values, ...rounded }, exceptions: last.exceptions };
  writeFileSync(record, `${JSON.stringify(content, null, 2)}\n`);
  console.log(`\nwrote ${record}`);
}
if (exceeded.length > 0) console.error(`\nover budget: ${exceeded.join("; ")}`);
if (failures.length > 0) console.error(`\nnot measured, or not all: ${failures.join("\n")}`);
if (exceeded.length + failures.length > 0) process.exitCode = 1;
