// What a page holds in memory: what its process shares with no other (Private_* of Linux’s smaps), after garbage was collected.
// That counts alike wherever a page has its data: objects of JavaScript, nodes, drawings, WebAssembly’s memory, code.

import { readFileSync } from "node:fs";

const MARK = "here";

// In bytes.
export async function memory(browser, page) {
  const devtools = await page.context().newCDPSession(page);
  // Twice: what holds nodes alive may itself be found dead only the first time.
  for (const _ of "12") await devtools.send("HeapProfiler.collectGarbage");
  const all = await browser.newBrowserCDPSession();
  const { processInfo } = await all.send("SystemInfo.getProcessInfo");
  await all.detach();
  const renderers = processInfo.filter(({ type }) => type === "renderer");
  const held = new Map(renderers.map(({ id }) => [id, privateBytes(id)]));
  // Which of them the page’s is, only a trace says; and a trace needs memory, so it comes last.
  await browser.startTracing(page, { categories: ["blink.user_timing"] });
  await page.evaluate((mark) => performance.mark(mark), MARK);
  const trace = await browser.stopTracing();
  const { pid } = JSON.parse(trace).traceEvents.find(({ name }) => name === MARK);
  return held.get(pid);
}

function privateBytes(pid) {
  const kinds = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8").matchAll(/^Private_\w+: +(\d+) kB$/gm);
  return [...kinds].reduce((sum, [, kilobytes]) => sum + 1024 * kilobytes, 0);
}
