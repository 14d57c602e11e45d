// Opens a page as a visitor does, for the first time, and measures until it is at rest. See README.md.

import { open } from "../e2e/browser.js";
import { memory } from "./memory.js";

export const PROFILES = {
  desktop: { screen: { width: 1280, height: 800 } },
  phone: {
    screen: { width: 390, height: 844, deviceScaleFactor: 3, isMobile: true, hasTouch: true },
    slower: 4,
    network: { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 },
  },
};

// How long nothing may happen before a page is at rest, in milliseconds.
const REST = 1000;

async function openAs(browser, { screen, slower, network }) {
  const page = await open(browser, screen);
  page.setDefaultTimeout(120_000);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  if (network) await devtools.send("Network.emulateNetworkConditions", network);
  if (slower) await devtools.send("Emulation.setCPUThrottlingRate", { rate: slower });
  return page;
}

function refuseComplaints(page) {
  if (page.complaints.length > 0) throw new Error(`${page.url()}: ${page.complaints.join("; ")}`);
}

// Run in the page before anything else of it.
function watch() {
  const seen = { largest: 0, blocked: 0, busyUntil: 0 };
  window.seen = seen;
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) seen.largest = startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      seen.blocked += duration - 50;
      seen.busyUntil = startTime + duration;
    }
  }).observe({ type: "longtask", buffered: true });
}

// Bytes and requests, paints, blocking time and memory of a page that is opened and left alone.
export async function load(browser, site, profile, { ready, query }) {
  const page = await openAs(browser, profile);
  await page.addInitScript(watch);
  const before = { ...site.sent };
  await page.goto(site.address + query);
  await page.locator(ready).waitFor({ state: "attached" });
  await page.waitForLoadState("networkidle");
  await page.waitForFunction((rest) => performance.now() - window.seen.busyUntil > rest, REST, { polling: 100 });
  const { first, ...seen } = await page.evaluate(() => ({
    first: performance.getEntriesByName("first-contentful-paint")[0].startTime,
    ...window.seen,
  }));
  const sample = {
    bytes: site.sent.bytes - before.bytes,
    requests: site.sent.requests - before.requests,
    first,
    largest: seen.largest,
    blocked: seen.blocked,
    memory: await memory(browser, page),
  };
  refuseComplaints(page);
  await page.context().close();
  return sample;
}

// Run in the page before anything else of it. At every frame it looks whether the count is right, and enters the text if
// not: in a page that shows its filter before it listens, nobody hears the first ones, and one that listens is asked at once.
function ask({ text, expected }) {
  const look = () => {
    const count = document.querySelector("#projects .count")?.textContent.match(/[0-9,]+/)?.[0];
    if (Number(count) === expected) {
      performance.mark("answered");
      return;
    }
    const filter = document.querySelector("[data-test=project-filter]");
    if (filter) {
      filter.value = text;
      filter.dispatchEvent(new InputEvent("input", { bubbles: true, data: text, inputType: "insertText" }));
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

// When the first frame begins that shows the right count for a text in the filter, from the start of the navigation.
export async function answer(browser, site, profile, { query, text, expected }) {
  const page = await openAs(browser, profile);
  await page.addInitScript(ask, { text, expected });
  await page.goto(site.address + query);
  const answered = () => performance.getEntriesByName("answered")[0]?.startTime;
  const handle = await page.waitForFunction(answered, null, { polling: 100 });
  const time = await handle.jsonValue();
  refuseComplaints(page);
  await page.context().close();
  return time;
}

// The memory of an empty page: what a browser needs for any.
export async function emptyPage(browser) {
  const page = await open(browser);
  const bytes = await memory(browser, page);
  await page.context().close();
  return bytes;
}
