// The dialog that makes what others paste into their pages: what it makes works in such a page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { alive, launch, open, visit } from "./browser.js";
import { ExplorerPage, hasCount, take } from "./page.js";
import { serveAt } from "./site.js";
import { after, before, holds, test } from "./testing.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let site;
let browser;

before(async () => {
  site = await serveAt("/a/b/");
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await site?.close();
});

async function onPage({ path = "", ...options }, body) {
  const page = await open(browser, options);
  await visit(page, site.at(path));
  await body(page, new ExplorerPage(page));
  await page.context().close();
}

const snippet = (page) => page.locator("[data-test=embed-snippet]").inputValue();
const dialog = (page) => page.locator("dialog[open]");

// Puts HTML into a page of another origin and opens that.
async function paste(page, html) {
  const server = createServer((request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(`<!doctype html><html lang="zh"><title>Portal</title><link rel="icon" href="data:,">${html}`);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const frame = await (await page.locator("iframe").elementHandle()).contentFrame();
  await alive(frame);
  return { frame, close: () => (server.closeAllConnections(), new Promise((closed) => server.close(closed))) };
}

test("what is chosen is in the code and in the preview", () =>
  onPage({ path: "projects.html?q=%E9%AD%8F%E5%AF%A8" }, async (page) => {
    await page.locator("[data-test=embed]").click();
    await dialog(page).waitFor();
    await page.locator("#embed-what").selectOption("home");
    await holds(async () => assert.match(await snippet(page), /data-plan-explorer="[^"]*\/a\/b\/" /));
    await page.locator("#embed-what").selectOption("projects");
    await page.locator("#embed-theme").selectOption("dark");
    await page.locator("#embed-filters").check();
    await page.locator("#embed-plain").check();
    await page.locator("#embed-lang").selectOption("en");
    const address = site.at("en/projects.html?q=%E9%AD%8F%E5%AF%A8&amp;plain=1&amp;theme=dark&amp;v=3");
    await holds(async () => assert.ok((await snippet(page)).includes(`data-plan-explorer="${address}"`), await snippet(page)));
    const preview = page.locator("dialog iframe");
    const shown = site.at("en/projects.html?q=%E9%AD%8F%E5%AF%A8&embed=1&plain=1&theme=dark&v=3");
    await holds(async () => assert.equal(await preview.getAttribute("src"), shown));
    const frame = await (await preview.elementHandle()).contentFrame();
    await frame.waitForFunction(() => document.querySelectorAll("[data-test=project-row]").length === 3);
    assert.equal(await frame.evaluate(() => document.documentElement.lang), "en");
    await frame.locator(".page-header").waitFor({ state: "hidden" });
    await page.locator("#embed-host").selectOption("fixed");
    const code = /^<iframe title="Projects · [^"]+" src="[^"]+embed=1[^"]*" loading="lazy" style="[^"]+" allow="web-share; clipboard-write"><\/iframe>$/;
    await holds(async () => assert.match(await snippet(page), code));
    assert.deepEqual(page.complaints.filter((complaint) => !complaint.includes("web-share")), []);
  }));

for (const path of ["", "projects.html", "topics.html", "data.html", "en/indicators.html"]) {
  test(`the button of a page begins with that page: ${path || "the first"}`, () =>
    onPage({ path }, async (page) => {
      await page.locator("[data-test=embed]").click();
      const address = site.at(path) + (path ? "?v=3" : "");
      const [, found] = /data-plan-explorer="([^"]*)"/.exec(await snippet(page));
      assert.equal(found.replace(/\?v=3$/, ""), address.replace(/\?v=3$/, ""));
    }));
}

for (const host of ["fitted", "fixed"]) {
  test(`the code of a chart works in a page of others: ${host}`, () =>
    onPage({ path: "topics.html" }, async (page) => {
      await take(page.locator('[data-embed-of="levels"]'));
      await page.locator("#embed-host").selectOption(host);
      await holds(async () => assert.equal((await snippet(page)).startsWith("<iframe"), host === "fixed"));
      const html = await snippet(page);
      const { frame, close } = await paste(page, html);
      const title = await page.locator("iframe").getAttribute("title");
      assert.match(title, /^图表：本区、全市、全国 · .+卫东区$/);
      await frame.locator("#levels").waitFor();
      await frame.locator("#economy").waitFor({ state: "hidden" });
      if (host === "fitted") {
        await frame.waitForFunction(() => document.documentElement.scrollHeight <= innerHeight);
      } else {
        assert.equal(await page.locator("iframe").evaluate((frame) => frame.clientHeight), 600);
        assert.equal(await frame.evaluate(() => getComputedStyle(document.documentElement).overflowY !== "hidden"), true);
      }
      await close();
    }));
}

test("an indicator that is open is what is taken along", () =>
  onPage({ path: "indicators.html?item=pm25&v=3" }, async (page) => {
    await take(page.locator('#indicator-detail [data-embed-of="pm25"]'));
    assert.match(await snippet(page), /\/indicators\.html\?item=pm25&amp;alone=1&amp;v=3/);
    assert.match(await page.locator("#embed-what option:checked").textContent(), /PM2\.5/);
  }));

test("the dialog is left by a key, and the focus is where it was", () =>
  onPage({}, async (page) => {
    const button = page.locator("[data-test=embed]");
    await button.focus();
    await page.keyboard.press("Enter");
    await dialog(page).waitFor();
    // Keys do not leave it.
    for (let tabs = 0; tabs < 12; tabs += 1) {
      await page.keyboard.press("Tab");
      const where = await page.evaluate(() => document.activeElement.closest("dialog, body").localName);
      assert.ok(["dialog", "body"].includes(where));
      assert.equal(await page.evaluate(() => document.activeElement.matches("main *")), false);
    }
    await page.locator("#embed-what").focus();
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "detached" });
    await holds(async () => assert.ok(await button.evaluate((button) => document.activeElement === button)));
    await page.keyboard.press("Enter");
    await page.locator("[data-test=embed-close]").click();
    await dialog(page).waitFor({ state: "detached" });
  }));

test("the code is copied, or selected where the clipboard is refused", async () => {
  await onPage({ permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
    await page.locator("[data-test=embed]").click();
    await page.locator("[data-test=embed-copy]").click();
    await page.locator("dialog [role=status]", { hasText: "已复制代码" }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await snippet(page));
    // What was said of other code is no longer said.
    await page.locator("#embed-theme").selectOption("light");
    await page.waitForFunction(() => document.querySelector("dialog [role=status]").textContent === "");
    await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error("refused"))));
    await page.locator("[data-test=embed-copy]").click();
    await page.locator("dialog [role=status]", { hasText: "请手动复制" }).waitFor();
    assert.equal(await page.evaluate(() => document.getSelection().toString() || document.activeElement.value), await snippet(page));
  });
});

for (const width of [320, 1280]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`the dialog breaks no rule of accessibility: ${width} px, ${colorScheme}`, () =>
      onPage({ path: "topics.html", width, colorScheme }, async (page, explorer) => {
        await take(page.locator('[data-embed-of="levels"]'));
        await dialog(page).waitFor();
        assert.equal(await explorer.overflows(), false);
        assert.equal(await page.locator("dialog").evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth), true);
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => window.axe.run("dialog", { iframes: false }));
        assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]), []);
      }));
  }
}

test("a press on the button before the app runs opens the dialog once it does", async () => {
  let letGo;
  const pressed = new Promise((go) => (letGo = go));
  const page = await open(browser);
  await page.route(/plan-explorer-.*\.wasm$/, async (route) => {
    await pressed;
    await route.continue();
  });
  await page.goto(site.at("topics.html"));
  await page.locator("html[data-state=starting]").waitFor({ state: "attached" });
  await take(page.locator('[data-embed-of="levels"]'));
  await hasCount(dialog(page), 0);
  letGo();
  await dialog(page).waitFor();
  assert.match(await snippet(page), /topics\.html\?item=levels&amp;alone=1/);
  await page.context().close();
});

test("within another page there is nothing to take along from", () =>
  onPage({ path: "topics.html?item=levels&embed=1&alone=1&v=3" }, async (page) => {
    await hasCount(page.locator("[data-embed-of]:visible"), 0);
  }));

test("what an address gets wrong about how it is shown is told", () =>
  onPage({ path: "?embed=2&theme=blue&plain=yes" }, async (page, explorer) => {
    await explorer.notices.waitFor();
    const told = await explorer.notices.textContent();
    for (const value of ["blue", "yes", "contrast"]) assert.ok(told.includes(value), told);
    await page.locator(".page-header").waitFor();
  }));
