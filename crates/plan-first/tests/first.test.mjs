// static/first.js with the module of this crate, in Chromium, on a page like the prerendered one and under its policy of content.
// Run by `node --test crates/plan-first/tests/` after script/bootstrap. Builds the module unless PLAN_FIRST names a folder that has
// plan-first.js and plan-first_bg.wasm.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
// The packages of the browser tests serve this one as well.
const { chromium } = createRequire(join(root, "e2e/package.json"))("playwright-core");

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'";
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".wasm": "application/wasm" };

const ROWS = [
  { name: "魏寨区域收储项目", location: "北环路以南魏寨村", also: "Weizhai Area Land Reserve" },
  { name: "国际物流产业新城", location: "平安大道东段南侧", also: "International Logistics New City" },
  { name: "新华路改造", also: "Xinhua Road Upgrade" },
];
const READINGS = "wei魏\nzhai寨\ncun村\nping平\nan安\nwu物\nliu流\nxin新\nhua华\nlu路\n";

function page({ rows = ROWS, field = true, count = true, readings = true } = {}) {
  const line = ({ name, location, also }, at) =>
    `<li id="p${at}" data-test="project-row" data-also="${also}"><a href="#"><span class="project-name">${name}</span></a>` +
    `${location ? `<span class="project-location">${location}</span>` : ""}<span class="project-stage">2021年 · 开工</span></li>`;
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Projects</title><body>
    ${field ? '<input type="search" data-test="project-filter" maxlength="100" autocomplete="off">' : ""}
    ${count ? '<p id="project-count" role="status" data-showing="显示 {shown} 个，共 3 个" data-all="共 3 个">共 3 个</p>' : ""}
    <ol class="projects">${rows.map(line).join("")}</ol>
    ${readings ? `<script type="text/plain" id="readings">${READINGS}</script>` : ""}</body></html>`;
}

const PAGES = {
  "/a/projects.html": page(),
  "/a/no-field.html": page({ field: false }),
  "/a/no-rows.html": page({ rows: [] }),
  "/a/bare.html": page({ count: false, readings: false }),
};

function build() {
  const out = mkdtempSync(join(tmpdir(), "plan-first-"));
  const run = (program, ...args) => execFileSync(program, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"], encoding: "utf8" });
  const target = JSON.parse(run("cargo", "metadata", "--format-version=1", "--no-deps", "--offline")).target_directory;
  run("cargo", "build", "--quiet", "--release", "--target", "wasm32-unknown-unknown", "--package", "plan-first");
  const module = join(target, "wasm32-unknown-unknown/release/plan-first.wasm");
  run("wasm-bindgen", "--target", "web", "--no-typescript", "--out-name", "plan-first", "--out-dir", out, module);
  return out;
}

describe("the first answer", () => {
  let out;
  let server;
  let browser;

  before(async () => {
    out = process.env.PLAN_FIRST ?? build();
    const files = {
      ...PAGES,
      "/a/first.js": readFileSync(join(root, "static/first.js")),
      "/a/loader.js": readFileSync(join(out, "plan-first.js")),
      "/a/module.wasm": readFileSync(join(out, "plan-first_bg.wasm")),
    };
    server = createServer((request, response) => {
      const path = new URL(request.url, "http://localhost").pathname;
      const body = files[path];
      response.writeHead(body ? 200 : 404, { "content-type": TYPES[extname(path)] ?? "text/plain", "content-security-policy": POLICY });
      response.end(body);
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    const executablePath = execFileSync(join(root, "script/chromium"), { encoding: "utf8" }).trim();
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  });

  after(async () => {
    await browser?.close();
    server?.close();
    if (out && !process.env.PLAN_FIRST) rmSync(out, { recursive: true });
  });

  // Runs `body` with a page, and expects that nothing was complained of but what `complaints` allows.
  function onPage(what, { path = "projects.html", complaints = [] }, body) {
    test(what, async () => {
      const page = await browser.newPage();
      const heard = [];
      page.on("console", (message) => heard.push(message.text()));
      page.on("pageerror", (error) => heard.push(error.message));
      page.requests = [];
      page.on("request", (request) => page.requests.push(new URL(request.url()).pathname));
      await page.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
      await page.goto(`http://127.0.0.1:${server.address().port}/a/${path}`);
      await body(page);
      assert.equal(heard.length, complaints.length, heard.join("\n"));
      complaints.forEach((complaint, at) => assert.match(heard[at], complaint));
      await page.close();
    });
  }

  const start = (page) =>
    page.evaluate(async () => {
      const first = await import("./first.js");
      const stop = await first.start("loader.js", "module.wasm");
      return stop === first.stop;
    });
  const ready = (page) => page.evaluate(() => document.documentElement.dataset.first);
  const field = (page) => page.locator("[data-test=project-filter]");
  const told = (page) => page.locator("#project-count").textContent();
  // The rows that are shown; hidden ones must have no `data-test`.
  const shown = (page) =>
    page.locator("ol.projects > li").evaluateAll((rows) => {
      for (const row of rows) if ((row.dataset.test === "project-row") === row.hidden) throw new Error(row.outerHTML);
      return rows.filter((row) => !row.hidden).map((row) => row.id).join(" ");
    });
  // Those of the field; Playwright has some of its own on document and window.
  const listeners = async (page) => {
    const session = await page.context().newCDPSession(page);
    const expression = "document.querySelector('[data-test=project-filter]')";
    const { result } = await session.send("Runtime.evaluate", { expression });
    const { listeners } = await session.send("DOMDebugger.getEventListeners", { objectId: result.objectId });
    return listeners.map((listener) => listener.type).sort();
  };

  onPage("each keystroke shows the rows that match, and their count", {}, async (page) => {
    assert.equal(await start(page), true);
    assert.equal(await ready(page), "ready");
    for (const [text, rows, count] of [
      ["魏寨", "p0", 1],
      ["wzc", "p0", 1],
      ["w", "p0 p1", 2],
      ["logistics", "p1", 1],
      ["平安大道 wuliu", "p1", 1],
      ["ＸＩＮ", "p1 p2", 2],
      ["开工", "", 0],
      ["魏寨 qq", "", 0],
      ["", "p0 p1 p2", 3],
    ]) {
      await field(page).fill(text);
      assert.equal(await shown(page), rows, text);
      assert.equal(await told(page), count === 3 ? "共 3 个" : `显示 ${count} 个，共 3 个`, text);
    }
  });

  onPage("what is typed before the module is there is answered once it is", {}, async (page) => {
    await field(page).fill("wzc");
    assert.equal(await shown(page), "p0 p1 p2");
    await start(page);
    assert.equal(await shown(page), "p0");
  });

  onPage("an untouched page stays as it is", {}, async (page) => {
    const before = await page.locator("body").innerHTML();
    await start(page);
    assert.equal(await page.locator("body").innerHTML(), before);
  });

  onPage("letters of an input method are not looked for until they are characters", {}, async (page) => {
    await start(page);
    const session = await page.context().newCDPSession(page);
    await field(page).focus();
    await session.send("Input.imeSetComposition", { text: "qqq", selectionStart: 3, selectionEnd: 3 });
    assert.equal(await field(page).inputValue(), "qqq");
    assert.equal(await shown(page), "p0 p1 p2");
    await session.send("Input.insertText", { text: "魏寨" });
    assert.equal(await shown(page), "p0");
  });

  onPage("stopping leaves no listener and changes no row", {}, async (page) => {
    await start(page);
    assert.deepEqual(await listeners(page), ["compositionend", "input"]);
    await field(page).fill("wzc");
    await page.evaluate(async () => (await import("./first.js")).stop());
    assert.deepEqual(await listeners(page), []);
    await field(page).fill("新华");
    assert.equal(await shown(page), "p0");
  });

  onPage("stopping while the module loads ends the start", {}, async (page) => {
    await field(page).fill("wzc");
    await page.evaluate(async () => {
      const first = await import("./first.js");
      const started = first.start("loader.js", "module.wasm");
      first.stop();
      await started;
    });
    assert.equal(await ready(page), undefined);
    assert.deepEqual(await listeners(page), []);
    assert.equal(await shown(page), "p0 p1 p2");
  });

  onPage("a second start takes the place of the first", {}, async (page) => {
    await start(page);
    await start(page);
    assert.deepEqual(await listeners(page), ["compositionend", "input"]);
    await field(page).fill("wzc");
    assert.equal(await shown(page), "p0");
  });

  onPage("a translation while it runs changes neither what is found nor where the count stands", {}, async (page) => {
    await start(page);
    await page.evaluate(() => {
      // As Chromium's own translator does.
      for (const element of document.querySelectorAll("#project-count, .project-name, .project-location")) {
        const [outer, inner] = [document.createElement("font"), document.createElement("font")];
        inner.textContent = "Translated";
        outer.append(inner);
        element.replaceChildren(outer);
      }
    });
    await field(page).fill("wzc");
    assert.equal(await shown(page), "p0");
    assert.equal(await page.locator("#project-count > font > font").textContent(), "显示 1 个，共 3 个");
  });

  onPage("a count whose number somebody wrapped is written whole", {}, async (page) => {
    await start(page);
    await page.evaluate(() => (document.getElementById("project-count").innerHTML = "显示 <a href='tel:3'>3</a> 个，共 3 个"));
    await field(page).fill("wzc");
    assert.equal(await told(page), "显示 1 个，共 3 个");
  });

  onPage("without count and readings characters are found", { path: "bare.html" }, async (page) => {
    await start(page);
    await field(page).fill("魏寨");
    assert.equal(await shown(page), "p0");
    await field(page).fill("wzc");
    assert.equal(await shown(page), "");
  });

  for (const path of ["no-field.html", "no-rows.html"]) {
    onPage(`nothing is loaded where there is nothing to filter: ${path}`, { path }, async (page) => {
      assert.equal(await start(page), true);
      assert.equal(await ready(page), undefined);
      assert.deepEqual(page.requests.filter((path) => /loader|module/.test(path)), []);
    });
  }

  onPage("a module that is not there rejects and leaves the page", { complaints: [/404/] }, async (page) => {
    await field(page).fill("wzc");
    const failed = await page.evaluate(async () => {
      const first = await import("./first.js");
      return first.start("loader.js", "missing.wasm").then(() => "started", () => "rejected");
    });
    assert.equal(failed, "rejected");
    assert.equal(await ready(page), undefined);
    assert.equal(await shown(page), "p0 p1 p2");
  });

  onPage("a module that stops shows all rows and stops", { complaints: [/first filter stopped/] }, async (page) => {
    await page.route("**/loader.js", (route) =>
      route.fulfill({
        contentType: "text/javascript",
        body: `export default () => {};
          export class Rows { add() {} select(query) { if (query === "x") throw new WebAssembly.RuntimeError("unreachable"); return [1, 0, 0]; } }`,
      }),
    );
    await start(page);
    await field(page).fill("魏");
    assert.equal(await shown(page), "p0");
    await field(page).fill("x");
    assert.equal(await shown(page), "p0 p1 p2");
    assert.equal(await told(page), "共 3 个");
    assert.deepEqual(await listeners(page), []);
  });
});
