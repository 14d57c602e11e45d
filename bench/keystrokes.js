// Types into the filter of the project list and measures every keystroke. See README.md.

import { newPage, newVisitor, rest } from "./visits.js";

// Chinese words stand in every row that they find; letters also find by pinyin.
const WORDS = ["平安大道", "产业园", "魏寨", "road"];
const isChinese = (text) => text > "\x7f";

// Between keystrokes, and after a word: a list that is filtered later has done it by then.
const [PAUSE, SETTLED] = [100, 500];

// One page, opened, typed in once it is at rest, and closed. Returns a sample for each keystroke: milliseconds from the input event
// to the task after the next frame, and the number of rows; and how many words were filtered only after that frame.
export async function type(browser, server, profile, { projects, complain }) {
  const visitor = await newVisitor(browser, profile, complain);
  server.use({});
  const page = await newPage(visitor, profile, "bench.watchInput()");
  await page.goto(server.address + projects, { waitUntil: "load" });
  await rest(page, server);
  // What the page loads when the reader does something belongs to the first keystrokes.
  await page.locator("[data-test=project-filter]").focus();

  const samples = [];
  const press = async (key) => {
    // Chinese characters have no key: an input method inserts them.
    if (isChinese(key)) await page.keyboard.insertText(key);
    else await page.keyboard.press(key);
    const paint = await page.evaluate(async () => {
      const time = await bench.painted;
      bench.painted = null;
      return time;
    });
    if (paint === null) throw new Error(`no input event for “${key}”`);
    const list = await page.evaluate(() => bench.list());
    samples.push({ key, paint, rows: list.rows });
    await page.waitForTimeout(PAUSE);
    return list;
  };

  let late = 0;
  for (const word of WORDS) {
    let list;
    for (const letter of word) list = await press(letter);
    await page.waitForTimeout(SETTLED);
    const settled = await page.evaluate(() => bench.list());
    if (JSON.stringify(list) !== JSON.stringify(settled)) late += 1;
    const others = isChinese(word) ? await page.evaluate((text) => bench.rowsWithout(text), word) : 0;
    if (others > 0) complain(`filtered by “${word}”, rows without it are listed`);
    for (const _ of word) await press("Backspace");
  }
  await visitor.close();
  return { samples, late };
}
