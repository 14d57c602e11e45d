// A report of the reader's own: read in a worker, kept in the browser, opened in the explorer; and nothing of it leaves the browser.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { alive, launch, open } from "./browser.js";
import { REPORT } from "./invented.js";
import { hasCount } from "./page.js";
import { dist, serveAt } from "./site.js";
import { after, before, test } from "./testing.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// What the reader of the module makes of a report of an invented county.
const IMPORT = readFileSync(fileURLToPath(new URL("../crates/plan-own/tests/invented.json", import.meta.url)), "utf8");

// Words of the report, which stand in no request.
const WORDS = ["青禾", "大桥", "6.2%", "门诊楼"];

let browser;
let site;

before(async () => {
  browser = await launch();
  site = await serveAt("/a/b/");
});

after(async () => {
  await browser?.close();
  await site?.close();
});

// Runs `body` with a page at the path; afterwards nothing was complained of, and nothing has left the browser: no request to another host,
// none with a body, none whose address has a word of the report.
function onPage(name, path, body, options = {}) {
  test(name, async () => {
    const page = await open(browser, { acceptDownloads: true, ...options });
    const requests = [];
    page.context().on("request", (request) => requests.push(request));
    await page.goto(site.at(path));
    await body(page);
    for (const request of requests) {
      const address = request.url();
      if (address.startsWith("blob:")) continue;
      assert.ok(address.startsWith(site.at()), address);
      assert.ok(["GET", "HEAD"].includes(request.method()), `${request.method()} ${address}`);
      assert.equal(request.postDataBuffer(), null, address);
      const readable = decodeURIComponent(address) + JSON.stringify(request.headers());
      for (const word of WORDS) assert.ok(!readable.includes(word), `${word}: ${address}`);
    }
    assert.deepEqual(page.complaints.filter((complaint) => !options.expects?.test(complaint)), []);
    await page.context().close();
  });
}

// Puts a report into the browser that the reader of this build has made of IMPORT, and returns its id.
async function keep(page, id = "0123456789abcdef") {
  await page.evaluate(
    async ([json, id]) => {
      const { worker: address, script, module, size } = document.getElementById("own").dataset;
      const absolute = (address) => new URL(address, document.baseURI).href;
      const worker = new Worker(absolute(address));
      const answer = await new Promise((done, failed) => {
        worker.onmessage = ({ data }) => {
          if (data.kind === "done") done(JSON.parse(data.value));
          if (data.kind === "failed") failed(new Error(data.reason));
        };
        worker.postMessage({ id: 1, kind: "package", json, script: absolute(script), module: absolute(module), size: Number(size) });
      });
      worker.terminate();
      if (!answer.data) throw new Error(JSON.stringify(answer.problems));
      const report = { id, title: answer.title, when: Date.now(), size: json.length, json, data: answer.data, problems: answer.problems, left: 0 };
      report.module = module.split("/").pop();
      const base = await new Promise((done, failed) => {
        const opening = indexedDB.open("plan-explorer-own", 1);
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => done(opening.result);
      });
      await new Promise((done, failed) => {
        const transaction = base.transaction(["reports", "list"], "readwrite");
        transaction.objectStore("reports").put(report);
        transaction.objectStore("list").put({ id, title: report.title, when: report.when, size: report.size });
        transaction.oncomplete = done;
        transaction.onerror = () => failed(transaction.error);
      });
      base.close();
    },
    [IMPORT, id],
  );
  return id;
}

const part = (page, name) => page.locator(`#own-${name}`);
const title = "青禾县2024年国民经济和社会发展计划";

onPage("the page of the data leads to it, and nothing of the reader is loaded before", "data.html", async (page) => {
  await alive(page);
  assert.deepEqual(page.requests.filter((address) => /own/.test(address)), []);
  await page.locator("[data-test=own]").click();
  await page.waitForURL(site.at("own.html"));
  await part(page, "form").waitFor();
  assert.deepEqual(page.requests.filter((address) => /\/(plan-own|own-worker)/.test(address)), []);
});

onPage("a kept report is opened on all of its pages, survives a reload, is in English, and is deleted", "own.html", async (page) => {
  const id = await keep(page);
  await page.goto(site.at(`own.html?own=${id}`));
  await part(page, "result").waitFor();
  assert.equal(await part(page, "title").textContent(), title);
  await part(page, "open").click();
  await page.waitForURL(site.at(`?own=${id}`));
  await alive(page);
  const banner = page.locator("[data-test=own-banner]");
  await banner.waitFor();
  assert.match(await page.locator("#heading").textContent(), /青禾县/);
  for (const [view, file, rows] of [
    ["projects", "projects.html", "[data-test=project-row]"],
    ["indicators", "indicators.html", "[data-test=indicator-row]"],
  ]) {
    await page.locator(`.nav nav a[href^="${file}"]`).click();
    await page.waitForURL((url) => url.pathname.endsWith(file) && url.searchParams.get("own") === id);
    await page.locator(rows).first().waitFor();
    await hasCount(page.locator(rows), 2, view);
    await banner.waitFor();
  }
  await page.reload();
  await alive(page);
  await banner.waitFor();
  await hasCount(page.locator("[data-test=indicator-row]"), 2);
  // No way to send or take in what others do not have.
  await hasCount(page.locator(".share:visible, .embed-open:visible"), 0);
  await page.locator("header a[hreflang]").click();
  await page.waitForURL((url) => url.pathname.endsWith("en/indicators.html") && url.searchParams.get("own") === id);
  await alive(page);
  await banner.waitFor();
  assert.match(await banner.textContent(), /only this browser can see it/);
  await hasCount(page.locator("[data-test=indicator-row]"), 2);
  await page.locator("[data-test=own-banner] a[href^=own]").click();
  await page.waitForURL(site.at(`en/own.html?own=${id}`));
  await part(page, "result").waitFor();
  await part(page, "delete").click();
  await part(page, "delete").click();
  await part(page, "result").waitFor({ state: "hidden" });
  await page.locator("#own-list li").waitFor({ state: "detached" });
  await page.goto(site.at(`?own=${id}`));
  await alive(page);
  await page.locator(".notices").getByText("这个浏览器里没有这份本机报告").waitFor();
});

for (const width of [1280, 390]) {
  onPage(`every place leads to its paragraph of the text: ${width} px`, "own.html", async (page) => {
    const id = await keep(page);
    await page.goto(site.at(`data.html?own=${id}`));
    await alive(page);
    const link = page.locator(".figures-list [data-test=in-text]:visible").first();
    const href = await link.getAttribute("href");
    assert.match(href, new RegExp(`^own\\.html\\?own=${id}#p-[0-9.]+-\\d+-f`));
    await link.click();
    await page.waitForURL(site.at(href));
    const paragraph = page.locator(".review-text p:focus");
    await paragraph.waitFor();
    assert.ok(await paragraph.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }));
    // Its words are those that the figure cites.
    assert.match(await paragraph.textContent(), /\d/);
    await page.reload();
    await paragraph.waitFor();
  }, { width });
}

onPage("closing leads to the published report, and back again", "own.html", async (page) => {
  const id = await keep(page);
  await page.goto(site.at(`data.html?own=${id}`));
  await alive(page);
  await hasCount(page.locator("main a[href^='data/']"), 0, "files of the published report");
  await page.locator("[data-published]").click();
  await page.waitForURL(site.at(""));
  await alive(page);
  await hasCount(page.locator("[data-test=own-banner]"), 0);
  assert.match(await page.locator("#heading").textContent(), /卫东区/);
  await page.goBack();
  await alive(page);
  await page.locator("[data-test=own-banner]").waitFor();
});

onPage("what the published report says is never seen on the way to another", "own.html", async (page) => {
  const id = await keep(page);
  const seen = [];
  await page.exposeFunction("see", (text) => seen.push(text));
  await page.addInitScript(() => {
    const look = () => {
      const heading = document.querySelector("#app #heading");
      if (heading && getComputedStyle(heading).visibility === "visible") window.see(heading.textContent);
      requestAnimationFrame(look);
    };
    look();
  });
  await page.goto(site.at(`?own=${id}`));
  await page.locator("[data-test=own-banner]").waitFor();
  assert.ok(seen.every((text) => !text.includes("卫东")), [...new Set(seen)].join());
});

for (const path of ["?own=unknown", "?own=ffffffffffffffff", "projects.html?own=..%2F..&q=x"]) {
  onPage(`an id that this browser does not have shows the published report, and says so: ${path}`, path, async (page) => {
    await alive(page);
    await page.locator(".notices").waitFor();
    await hasCount(page.locator("[data-test=own-banner]"), 0);
    assert.match(await page.locator("#app").textContent(), /卫东区/);
    assert.deepEqual(await page.evaluate(async () => ((await indexedDB.databases?.()) ?? []).map(({ name }) => name)), []);
  });
}

onPage("a frame shows the published report", "?embed=1&own=0123456789abcdef", async (page) => {
  await alive(page);
  await hasCount(page.locator("[data-test=own-banner]"), 0);
  assert.deepEqual(page.requests.filter((address) => /own-data/.test(address)), []);
});

onPage("what is missing of the report is asked for, and then it can be opened", "own.html", async (page) => {
  const id = await keep(page);
  await page.goto(site.at(`own.html?own=${id}`));
  await part(page, "open").waitFor();
  await page.locator("[data-key=date]").fill("没有日期");
  await page.locator("#own-facts button").click();
  await part(page, "open").waitFor({ state: "hidden" });
  await part(page, "incomplete").waitFor();
  assert.match(await part(page, "problems").textContent(), /报告\.csv/);
  await page.locator("[data-key=date]").fill("2024-01-20");
  await page.locator("#own-facts button").click();
  await part(page, "open").waitFor();
});

for (const kind of ["zip", "xlsx"]) {
  onPage(`the package is saved as ${kind}`, "own.html", async (page) => {
    const id = await keep(page);
    await page.goto(site.at(`own.html?own=${id}`));
    const [download] = await Promise.all([page.waitForEvent("download"), part(page, kind).click()]);
    assert.equal(download.suggestedFilename(), `${title}.${kind}`);
    const content = readFileSync(await download.path());
    assert.equal(content.subarray(0, 2).toString(), "PK");
    if (kind === "zip") assert.ok(content.includes("指标.csv"));
  });
}

// Whether the reader of this build reads anything: without its rules it makes nothing of any text.
async function readOrNot(page) {
  await page.waitForFunction(() => !document.getElementById("own-result").hidden || !document.getElementById("own-error").hidden);
  return part(page, "result").isVisible();
}

onPage("a report is read as pasted text, and what was read is told", "own.html", async (page) => {
  await part(page, "text").fill(REPORT);
  await page.locator("#own-form button").click();
  if (!(await readOrNot(page))) return assert.match(await part(page, "error").textContent(), /没有读出/);
  assert.match(await part(page, "told").textContent(), /已读取/);
  await page.locator("#own-counts tr").nth(1).waitFor();
  await page.waitForFunction(() => document.activeElement.id === "own-title");
  await hasCount(page.locator("#own-list li"), 1);
});

onPage("a report is read as a file", "en/own.html", async (page) => {
  await part(page, "file").setInputFiles({ name: "report.txt", mimeType: "text/plain", buffer: Buffer.from(REPORT) });
  if (!(await readOrNot(page))) return assert.match(await part(page, "error").textContent(), /No indicators/);
  assert.match(await part(page, "told").textContent(), /^Read: /);
});

onPage("a text that is no report says so, and nothing is kept", "own.html", async (page) => {
  await part(page, "text").fill("今天天气很好。\n我们去公园。\n");
  await page.locator("#own-form button").click();
  await part(page, "error").waitFor();
  assert.match(await part(page, "error").textContent(), /没有读出/);
  await page.locator("#own-list li").waitFor({ state: "detached" });
  await part(page, "text").fill("   ");
  await page.locator("#own-form button").click();
  await page.waitForFunction(() => document.getElementById("own-error").textContent.includes("没有文字"));
});

onPage("reading is cancelled, and can begin again", "own.html", async (page) => {
  let letGo;
  const cancelled = new Promise((go) => (letGo = go));
  await page.route(/plan-own.*\.wasm$/, async (route) => {
    await cancelled;
    // Whoever asked for it may be gone.
    await route.continue().catch(() => {});
  });
  await part(page, "text").fill(REPORT);
  await page.locator("#own-form button").click();
  await part(page, "cancel").click();
  await part(page, "progress").waitFor({ state: "hidden" });
  assert.match(await part(page, "told").textContent(), /已取消/);
  await page.waitForFunction(() => document.activeElement.id === "own-file");
  letGo();
  await page.unroute(/plan-own.*\.wasm$/);
  await page.locator("#own-form button").click();
  await readOrNot(page);
});

onPage(
  "a module that does not come is told",
  "own.html",
  async (page) => {
    await page.route(/plan-own.*\.wasm$/, (route) => route.fulfill({ status: 503, body: "" }));
    await part(page, "text").fill(REPORT);
    await page.locator("#own-form button").click();
    await part(page, "error").waitFor();
    assert.match(await part(page, "error").textContent(), /503/);
  },
  { expects: /503/ },
);

onPage("where nothing can be stored the report stays in the tab", "own.html", async (page) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("refused", "SecurityError");
    };
  });
  await page.evaluate((json) => sessionStorage.setItem("kept", json), IMPORT);
  await page.goto(site.at("own.html"));
  await page.evaluate(
    ([json, module]) => {
      const report = { id: "00000000000000aa", title: "x", when: 1, size: 1, json, data: "", problems: [], left: 0, module };
      sessionStorage.setItem(`plan-explorer-own ${report.id}`, JSON.stringify(report));
    },
    [IMPORT, "another"],
  );
  await page.goto(site.at("own.html?own=00000000000000aa"));
  await part(page, "open").waitFor();
  assert.match(await part(page, "where").textContent(), /标签页/);
  await part(page, "open").click();
  await alive(page);
  await page.locator("[data-test=own-banner]").waitFor();
});

onPage("without scripts the page says what it needs", "own.html", async (page) => {
  await part(page, "needs").waitFor();
  await part(page, "form").waitFor({ state: "hidden" });
}, { javaScriptEnabled: false });

for (const colorScheme of ["light", "dark"]) {
  for (const width of [320, 1280]) {
    onPage(
      `the page is accessible and fits: ${colorScheme}, ${width} px`,
      "own.html",
      async (page) => {
        const id = await keep(page);
        for (const path of [`own.html?own=${id}`, `en/own.html?own=${id}`]) {
          await page.goto(site.at(path));
          await part(page, "open").waitFor();
          await page.evaluate(axe);
          const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
          assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`), []);
          assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
        }
      },
      { colorScheme, width },
    );
  }
}

test("no page but its own names the reader's module", () => {
  for (const file of ["index.html", "data.html", "en/index.html"]) {
    const content = readFileSync(join(dist, file), "utf8");
    assert.ok(!/plan-own|own-worker/.test(content), file);
  }
});

onPage("what is reviewed is kept, and can be taken back", "own.html", async (page) => {
  await part(page, "text").fill(REPORT);
  await page.locator(".own-paste button").click();
  const review = page.locator("#review");
  const left = review.locator(".review-left");
  await left.waitFor({ timeout: 60_000 });
  const before = await left.textContent();
  const states = () =>
    page.evaluate(async () => {
      const id = new URL(location.href).searchParams.get("own");
      const { json } = await ownStore.get(id);
      return JSON.parse(json).rows.filter(({ state }) => state === "accepted").length;
    });
  const kept = (count) =>
    page.waitForFunction(
      async (count) => {
        const { json } = await ownStore.get(new URL(location.href).searchParams.get("own"));
        return JSON.parse(json).rows.filter(({ state }) => state === "accepted").length === count;
      },
      count,
      { polling: 200 },
    );
  assert.equal(await states(), 0);
  await review.getByRole("button", { name: /接受/ }).first().click();
  await kept(1);
  assert.notEqual(await left.textContent(), before);
  await page.keyboard.press("Control+z");
  await kept(0);
  assert.equal(await left.textContent(), before);
});
