// static/chinese.js, on pages of packages that lack some English: what the app renders is marked as the build marks what it renders.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { launch, open } from "./browser.js";
import { after, before, test } from "./testing.js";

const script = readFileSync(new URL("../static/chinese.js", import.meta.url), "utf8");

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

test("Chinese that comes into an English page is marked once, whatever holds it", async () => {
  const page = await open(browser);
  await page.setContent('<!doctype html><html lang="en"><body><main></main></body></html>');
  await page.addScriptTag({ content: script });
  const cases = [
    ["<p>Growth of 工业增加值, 5%</p>", '<p>Growth of <span lang="zh-CN">工业增加值</span>, 5%</p>'],
    ["<p>颗粒物（PM2.5）年均</p>", '<p><span lang="zh-CN">颗粒物（PM2.5）年均</span></p>'],
    ['<b lang="zh-CN">甲</b>丙 丙', '<b lang="zh-CN">甲</b><span lang="zh-CN">丙</span> <span lang="zh-CN">丙</span>'],
    ["<select><option>甲 · 3</option></select>", '<select><option lang="zh-CN">甲 · 3</option></select>'],
    ["<svg><text>甲</text></svg>", '<svg><text lang="zh-CN">甲</text></svg>'],
    ["<p>plain</p>", "<p>plain</p>"],
  ];
  for (const [html, right] of cases) {
    // The observer has answered before the next task.
    const found = await page.evaluate(async (html) => {
      const main = document.querySelector("main");
      main.innerHTML = html;
      await new Promise((done) => setTimeout(done));
      const once = main.innerHTML;
      main.append(document.createTextNode(""));
      await new Promise((done) => setTimeout(done));
      return [once, main.innerHTML];
    }, html);
    assert.deepEqual(found, [right, right]);
  }
  await page.context().close();
});
