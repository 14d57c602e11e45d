// Visits of a site: what a reader waits for, what is fetched, what a page holds. See README.md.

import { readFileSync } from "node:fs";
import { memory } from "./memory.js";

// `line` is that of the server, `slowdown` that of the processor.
export const PROFILES = {
  phone: {
    title: "phone (390 px, 4× CPU, 1.6 Mbps, 150 ms)",
    screen: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true },
    slowdown: 4,
    line: { latency: 150, rate: 1.6e6 / 8 / 1000 },
  },
  desktop: { title: "desktop (1280 px)", screen: { viewport: { width: 1280, height: 800 } }, slowdown: 1, line: {} },
};

// A site is watched for so long after its page has loaded.
const AFTER_LOAD = 10_000;
// A page is at rest when nothing was fetched and no long task ran for so long; it is waited for at most so long.
const [REST, PATIENCE] = [1500, 60_000];
// A text that some projects have in their name, which is shown in every row.
const TEXT = "物流";

const inPage = readFileSync(new URL("in-page.js", import.meta.url), "utf8");

// A browser's profile folder, new and empty: its pages share cache and service worker. `complain` is called with what goes wrong.
export async function newVisitor(browser, { screen }, complain) {
  const context = await browser.newContext({ ...screen, locale: "zh-CN" });
  context.setDefaultTimeout(PATIENCE);
  context.on("page", (page) => {
    page.on("pageerror", (error) => complain(`error: ${error.message.split("\n")[0]}`));
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complain(`${message.type()}: ${message.text()}`);
    });
  });
  return context;
}

// A page of the visitor in which `watch` runs from the start.
export async function newPage(visitor, { slowdown }, watch = "") {
  const page = await visitor.newPage();
  await page.addInitScript({ content: `${inPage};${watch}` });
  const devtools = await visitor.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  return page;
}

// First and second visit of the first page, without doing anything: first paint, when a chart is visible, blocking time, what the
// server answered.
export async function visitTwice(browser, server, profile, { isCacheable, complain }) {
  const visitor = await newVisitor(browser, profile, complain);
  const visits = [];
  for (const _ of ["first", "second"]) {
    server.use({ isCacheable, line: profile.line });
    const page = await newPage(visitor, profile, "bench.watchChart()");
    await page.goto(server.address, { waitUntil: "load" });
    await page.waitForTimeout(AFTER_LOAD);
    const { firstPaint, chartAt, longTasks } = await page.evaluate(() => bench);
    if (chartAt === null) complain("no chart");
    await page.close();
    const fetched = server.log.map((answer) => ({ ...answer }));
    for (const { path, status } of fetched) if (status === 404) complain(`404: ${path}`);
    visits.push({
      firstPaint,
      // Not before the first paint, even if it is in the document.
      chart: chartAt && Math.max(firstPaint, chartAt),
      blocked: longTasks.reduce((sum, { duration }) => sum + duration - 50, 0),
      requests: fetched.length,
      bytes: fetched.reduce((sum, { bytes }) => sum + bytes, 0),
      again: bytesFetchedAgain(fetched),
      fetched,
    });
  }
  await visitor.close();
  const [first, second] = visits;
  return { first, second };
}

function bytesFetchedAgain(fetched) {
  const known = new Set();
  let again = 0;
  for (const { path, bytes } of fetched) {
    if (known.has(path)) again += bytes;
    if (bytes > 0) known.add(path);
  }
  return again;
}

// When the filter of the project list answers, and the first paint of that page.
export async function filterAnswers(browser, server, profile, { projects, complain }) {
  const visitor = await newVisitor(browser, profile, complain);
  server.use({ line: profile.line });
  const page = await newPage(visitor, profile, `bench.watchFilter("${TEXT}")`);
  await page.goto(server.address + projects, { waitUntil: "commit" });
  await page.waitForFunction(() => bench.filterAt !== null, null, { polling: 100 });
  const { firstPaint, filterAt } = await page.evaluate(() => bench);
  await visitor.close();
  return { firstPaint, answers: Math.max(firstPaint, filterAt) };
}

// Waits until nothing was fetched and no long task ran for a while.
export async function rest(page, server) {
  const activity = async () => server.log.length + (await page.evaluate(() => bench.longTasks.length));
  const deadline = performance.now() + PATIENCE;
  let [last, since] = [await activity(), performance.now()];
  while (performance.now() - since < REST) {
    if (performance.now() > deadline) throw new Error(`not at rest after ${PATIENCE / 1000} s`);
    await page.waitForTimeout(100);
    const now = await activity();
    if (now !== last) [last, since] = [now, performance.now()];
  }
}

// What a page holds once it is at rest: DOM nodes, the heap of what the DOM is made of (Blink's objects), and all that its process
// shares with no other. Nothing is slowed down.
export async function pageSize(browser, server, profile, { path, complain }) {
  const visitor = await newVisitor(browser, profile, complain);
  server.use({});
  const page = await newPage(visitor, { slowdown: 1 });
  await page.goto(server.address + path, { waitUntil: "load" });
  await rest(page, server);
  const devtools = await visitor.newCDPSession(page);
  // Twice: what holds nodes alive may itself be found dead only the first time.
  for (const _ of "12") await devtools.send("HeapProfiler.collectGarbage");
  const { nodes } = await devtools.send("Memory.getDOMCounters");
  const { embedderHeapUsedSize } = await devtools.send("Runtime.getHeapUsage");
  const sample = { nodes, domMemory: embedderHeapUsedSize, memory: await memory(browser, page) };
  await visitor.close();
  return sample;
}
