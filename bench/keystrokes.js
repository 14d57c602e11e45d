// Types into the filter of a page and measures what each keystroke costs. See README.md.

import { open } from "../e2e/browser.js";
import { memory } from "./memory.js";
import { AT_REST, CATEGORIES, costs } from "./trace.js";

const WORDS = ["wzc", "weizhai", "魏寨", "pingan", "路", "road"];

// What is typed, and how often the page is opened. A page that lists 100 000 rows needs half a minute to lay out all: there
// it is typed in once, and less.
export function effort(size, rounds) {
  if (size >= 100_000) return { rounds: 1, words: ["魏寨", "road"] };
  if (size >= 10_000) return { rounds: 1, words: WORDS };
  return { rounds, words: WORDS };
}

// Every keystroke of a page: each word typed, and deleted again.
const strokes = (words) =>
  words.flatMap((word) => {
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
    done({
      text: document.querySelector("[data-test=project-filter]").value,
      found: Number(document.querySelector("#projects .count").textContent.match(/[0-9,]+/)[0].replaceAll(",", "")),
      rows: document.querySelectorAll("[data-test=project-row]").length,
    });
  }))))`;

// One page, opened, typed in and closed: a sample for each keystroke, and the memory before the first.
export async function type(browser, site, { words, throttle, ready, query }) {
  const page = await open(browser);
  page.setDefaultTimeout(0);
  const begun = performance.now();
  await page.goto(site.address + query);
  await page.locator(ready).waitFor({ state: "attached" });
  const loaded = performance.now() - begun;
  const devtools = await page.context().newCDPSession(page);
  const rest = async () => {
    const { result, exceptionDetails: wrong } = await devtools.send("Runtime.evaluate", {
      expression: atRest,
      awaitPromise: true,
      returnByValue: true,
    });
    if (wrong) throw new Error(wrong.exception?.description ?? wrong.text);
    return result.value;
  };
  await rest();
  const held = await memory(browser, page);
  await page.locator("[data-test=project-filter]").focus();
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: throttle });
  await browser.startTracing(page, { categories: CATEGORIES });
  await rest();
  const typed = strokes(words);
  const seen = [];
  for (const { key, text } of typed) {
    // There are no keys for Chinese characters: an input method inserts them.
    if (key.length > 1 || key < "\x7f") await page.keyboard.press(key);
    else await page.keyboard.insertText(key);
    const shown = await rest();
    if (shown.text !== text) throw new Error(`“${shown.text}” instead of “${text}” in the filter`);
    // A page that waits for the reader to stop typing would be passed over, but for this: on the way back it shows others.
    const before = seen.find((one) => one.text === text);
    if (before && before.found !== shown.found) throw new Error(`the page is not done with “${text}” when idle`);
    seen.push(shown);
  }
  const trace = await browser.stopTracing();
  const measured = costs(trace, site.address);
  if (page.complaints.length > 0) throw new Error(page.complaints.join("; "));
  await page.context().close();
  return { loaded, memory: held, samples: typed.map((stroke, at) => ({ ...stroke, ...seen[at], ...measured[at] })) };
}
