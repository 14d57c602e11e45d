// Measures what a keystroke in the filter costs: the explorer and the peer page, in turns. See README.md.

import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { launch, open } from "../e2e/browser.js";
import { serve } from "./server.js";
import { AT_REST, CATEGORIES, costs } from "./trace.js";

const WORDS = ["wzc", "weizhai", "魏寨", "pingan", "路", "road"];

const { values: options } = parseArgs({
  options: {
    // What is compared: the last is what the others are divided by.
    builds: { type: "string", default: "plan,peer" },
    // How many projects.
    sizes: { type: "string", default: "82,10000" },
    // How many times slower than this machine.
    throttle: { type: "string", default: "4" },
    // How often each page is opened.
    rounds: { type: "string", default: "3" },
    // Where the explorer has its projects.
    query: { type: "string", default: "?view=projects" },
  },
});
const builds = options.builds.split(",");
const sizes = options.sizes.split(",").map(Number);
const [throttle, rounds] = [Number(options.throttle), Number(options.rounds)];

const results = fileURLToPath(new URL("../target/bench/", import.meta.url));
const folders = (build, size) =>
  (build === "peer" ? ["peer", `package-${size}`] : [`${build}-${size}`]).map((folder) => results + folder);

// Every keystroke of a page: each word typed, and deleted again.
const STROKES = WORDS.flatMap((word) => {
  const letters = [...word];
  const typed = letters.map((letter, at) => ({ word, key: letter, text: letters.slice(0, at + 1).join("") }));
  const deleted = letters.map((_, at) => ({ word, key: "Backspace", text: letters.slice(0, -1 - at).join("") }));
  return [...typed, ...deleted];
});

// Runs in the page: waits until two frames are over and nothing is left to do, and says what there is to see. It is called
// without Playwright, whose own functions would be part of what is measured.
const atRest = `new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => {
    performance.mark("${AT_REST}");
    const filter = document.querySelector("[data-test=project-filter]");
    const count = filter.closest("form, section").querySelector("[role=status]").textContent;
    done({
      text: filter.value,
      found: Number(count.match(/[0-9,]+/)[0].replaceAll(",", "")),
      rows: document.querySelectorAll("[data-test=project-row]").length,
    });
  }))))`;

// One page, opened, typed in and closed: a sample for each keystroke.
async function measure(browser, build, size) {
  const site = await serve(folders(build, size));
  const page = await open(browser);
  page.setDefaultTimeout(0);
  const begun = performance.now();
  await page.goto(site.address + (build === "peer" ? "" : options.query));
  await page.locator("[data-test=project-row]").first().waitFor();
  const loaded = performance.now() - begun;
  const devtools = await page.context().newCDPSession(page);
  const rest = async () => {
    const { result, exceptionDetails: wrong } = await devtools.send("Runtime.evaluate", {
      expression: atRest,
      awaitPromise: true,
      returnByValue: true,
    });
    if (wrong) throw new Error(`${build}-${size}: ${wrong.exception?.description ?? wrong.text}`);
    return result.value;
  };
  await page.locator("[data-test=project-filter]").focus();
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: throttle });
  await browser.startTracing(page, { categories: CATEGORIES });
  await rest();
  const seen = [];
  for (const { key, text } of STROKES) {
    // There are no keys for Chinese characters: an input method inserts them.
    if (key.length > 1 || key < "\x7f") await page.keyboard.press(key);
    else await page.keyboard.insertText(key);
    const shown = await rest();
    if (shown.text !== text) throw new Error(`${build}-${size}: “${shown.text}” instead of “${text}” in the filter`);
    // A page that waits for the reader to stop typing would be passed over, but for this: on the way back it shows others.
    const before = seen.find((one) => one.text === text);
    if (before && before.found !== shown.found) throw new Error(`${build}-${size} is not done with “${text}” when idle`);
    seen.push(shown);
  }
  const trace = await browser.stopTracing();
  const measured = costs(trace, site.address);
  if (page.complaints.length > 0) throw new Error(`${build}-${size}: ${page.complaints.join("; ")}`);
  await page.context().close();
  await site.close();
  return { loaded, samples: STROKES.map((stroke, at) => ({ ...stroke, ...seen[at], ...measured[at] })) };
}

const browser = await launch();
const pages = [];
for (let round = 0; round < rounds; round += 1) {
  for (const size of sizes) {
    // In turns, so that a machine that gets slower does so for all.
    for (const build of round % 2 ? [...builds].reverse() : builds) {
      const page = { build, size, round, ...(await measure(browser, build, size)) };
      pages.push(page);
      const spent = sum(page.samples.map((sample) => sample.last)) / 1000;
      console.error(`round ${round + 1}: ${build}-${size} loaded in ${ms(page.loaded)} ms, typed in ${ms(spent)} s`);
    }
  }
}
const version = browser.version();
await browser.close();

mkdirSync(results, { recursive: true });
writeFileSync(`${results}keystrokes.json`, JSON.stringify({ version, throttle, rounds, pages }, null, 1));

const samplesOf = (build, size) =>
  pages.filter((page) => page.build === build && page.size === size).flatMap((page) => page.samples);
const reference = builds.at(-1);

console.log(`Chromium ${version}, ${throttle} times slower, ${rounds} rounds. Milliseconds: median / 95th percentile.\n`);
table(
  ["page", "projects", "keystrokes", "rows at most", "script", "next paint", "last paint", `script to ${reference}`, "last paint to it"],
  sizes.flatMap((size) =>
    builds.map((build) => {
      const [samples, others] = [samplesOf(build, size), samplesOf(reference, size)];
      const both = (what) => `${ms(quantile(samples, what, 0.5))} / ${ms(quantile(samples, what, 0.95))}`;
      const ratio = (what) => (quantile(samples, what, 0.5) / quantile(others, what, 0.5)).toFixed(2);
      const rows = Math.max(...samples.map((sample) => sample.rows));
      return [build, size, samples.length, rows, both("script"), both("next"), both("last"), ratio("script"), ratio("last")];
    }),
  ),
);

console.log("\nScript by what is typed, and how many projects that finds: medians.\n");
table(
  ["projects", "typed", ...builds.flatMap((build) => [build, "found"]), "ratio"],
  sizes.flatMap((size) =>
    [...WORDS, "Backspace"].map((what) => {
      const samples = builds.map((build) =>
        samplesOf(build, size).filter(({ key, word }) => (key === "Backspace" ? key : word) === what),
      );
      const script = samples.map((some) => quantile(some, "script", 0.5));
      const cells = samples.flatMap((some, at) => [ms(script[at]), quantile(some, "found", 0.5)]);
      return [size, what, ...cells, (script[0] / script.at(-1)).toFixed(2)];
    }),
  ),
);

function table(head, rows) {
  for (const row of [head, head.map(() => "---"), ...rows]) console.log(`| ${row.join(" | ")} |`);
}

function quantile(samples, what, share) {
  const sorted = samples.map((sample) => sample[what]).sort((one, other) => one - other);
  return sorted[Math.ceil(share * sorted.length) - 1];
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

function ms(number) {
  return number < 10 ? number.toFixed(1) : number.toFixed(0);
}
