// A release that shows another report without being built again, as docs/publish.en.md has it: pages of no report in particular, and
// `site.json`, which names the report.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { alive, launch, open, visit } from "./browser.js";
import { REPORT } from "./invented.js";
import { hasCount } from "./page.js";
import { dist, PAGE_FILES, serveAt } from "./site.js";
import { after, before, test } from "./testing.js";
import { unzipped } from "./zip.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// With an annex, so that there is something on every page.
const WHOLE = `${REPORT}
附表：青禾县2024年国民经济和社会发展计划主要指标

| 指标名称 | 单位 | 2023年完成 | 2024年计划 |
|---|---|---|---|
| 地区生产总值增长 | % | 6.2 | 6左右 |
| 城镇新增就业 | 人 | 3200 | 3000 |
`;

let browser;
let site;
let work;
let folder;
// The two files as own.html saves them.
let files;

before(async () => {
  browser = await launch();
  work = mkdtempSync(join(tmpdir(), "plan-site-"));
  folder = join(work, "plan");
  files = await saved();
  for (const name of ["zh", "en"]) {
    rmSync(folder, { recursive: true, force: true });
    cpSync(dist, folder, { recursive: true, filter: (path) => path !== join(dist, "server") });
    rmSync(join(work, "server"), { force: true });
    symlinkSync(join(dist, "server"), join(work, "server"));
    execFileSync("bash", ["-ec", commands(name)], { cwd: work });
  }
  site = await serveAt("/a/b/", { folder });
  put();
}, 300_000);

after(async () => {
  await browser?.close();
  await site?.close();
  rmSync(work, { recursive: true, force: true });
});

// What the page says to do, here.
function commands(lang) {
  const page = readFileSync(fileURLToPath(new URL(`../docs/publish.${lang}.md`, import.meta.url)), "utf8");
  const block = page.split("\n## 13.")[1].match(/```sh\n([^`]*)```/)[1];
  return block.replaceAll("sudo ", "").replaceAll("/srv/plan", folder);
}

// Reads the report on own.html of the build, and saves what is to be published.
async function saved() {
  const site = await serveAt("/a/b/");
  const page = await open(browser, { acceptDownloads: true });
  await page.goto(site.at("own.html"));
  await page.locator("#own-text").fill(WHOLE);
  await page.locator("#own-form button").click();
  await page.locator("#own-site").waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#own-site").click()]);
  assert.match(download.suggestedFilename(), /^青禾县.*-site\.zip$/);
  const found = Object.fromEntries((await unzipped(await download.path())).map(({ path, content }) => [path, content]));
  assert.deepEqual(Object.keys(found).sort(), ["dataset.json", "site.json"]);
  await page.context().close();
  await site.close();
  return { dataset: JSON.parse(found["dataset.json"]), bytes: found["dataset.json"], site: JSON.parse(found["site.json"]) };
}

// Puts the two files into the folder of the site, the second as it follows from the first; `null` for none.
function put({ dataset = files.bytes, site = {}, text } = {}) {
  const bytes = Buffer.isBuffer(dataset) ? dataset : Buffer.from(JSON.stringify(dataset));
  const sum = createHash("sha256").update(bytes).digest("hex");
  for (const name of ["site.json", "dataset.json"]) rmSync(join(folder, name), { force: true });
  if (dataset !== null) writeFileSync(join(folder, "dataset.json"), bytes);
  if (site !== null) writeFileSync(join(folder, "site.json"), text ?? JSON.stringify({ ...files.site, bytes: bytes.length, sha256: sum, ...site }));
}

// Every file below the folder, by its path there, as it is when unpacked.
function contents() {
  const paths = readdirSync(folder, { recursive: true }).filter((path) => statSync(join(folder, path)).isFile());
  return paths.map((path) => {
    const bytes = readFileSync(join(folder, path));
    return [path, path.endsWith(".br") ? brotliDecompressSync(bytes) : path.endsWith(".gz") ? gunzipSync(bytes) : bytes];
  });
}

test("nothing of the report that was built is served any more", () => {
  const all = contents();
  assert.ok(all.length > 40);
  for (const [path, bytes] of all) {
    if (/^plan-(explorer|own|review|first)-/.test(path)) continue;
    for (const name of ["卫东", "Weidong"]) assert.ok(!bytes.includes(name), `${path}: ${name}`);
  }
  for (const page of PAGE_FILES) {
    for (const end of ["br", "gz"]) {
      const copy = all.find(([path]) => path === `${page}.${end}`);
      const whole = all.find(([path]) => path === page);
      assert.ok(whole, page);
      if (copy) assert.ok(copy[1].equals(whole[1]), `${page}.${end} is of another page`);
    }
  }
});

for (const file of PAGE_FILES.filter((path) => !path.startsWith("en/"))) {
  test(`${file} shows the report that the site names, and asks for nothing that is not there`, async () => {
    put();
    const page = await open(browser);
    await visit(page, site.at(file.replace("index.html", "")));
    await page.waitForFunction(() => document.title.includes("青禾县"));
    assert.match(await page.locator(".page-header").textContent(), /青禾县/);
    assert.equal(await page.locator("html").getAttribute("data-site"), files.site.title);
    assert.deepEqual(page.requests.filter((address) => !address.startsWith(site.at())), []);
    // Every file that the page links to is there, and nothing is offered that the site has not.
    const links = await page.locator("a[href]").evaluateAll((all) => all.map(({ href }) => href.split("#")[0]));
    for (const link of new Set(links)) assert.equal((await fetch(link)).status, 200, link);
    await hasCount(page.locator("a[href^='data/'], a[href*='indicator/']"), 0);
    await page.context().close();
  });
}

test("what is shared is an address that there is", async () => {
  put();
  const page = await open(browser, { permissions: ["clipboard-read", "clipboard-write"] });
  await page.goto(site.at("indicators.html"));
  await alive(page);
  const id = await page.locator("[data-test=indicator-row]").first().evaluate((row) => row.id.replace("item-", ""));
  await page.goto(site.at(`indicators.html?item=${encodeURIComponent(id)}`));
  await alive(page);
  await page.locator("[data-test=share]:visible").first().click();
  await page.locator(".share-told").filter({ hasText: /./ }).waitFor();
  const told = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(told, /indicators\.html\?item=/);
  assert.equal((await fetch(told)).status, 200);
  // The licence is that of the report that the site was built for.
  const drawing = await page.locator("main").textContent();
  assert.doesNotMatch(drawing, /CC0/);
  await page.context().close();
});

test("pages in English lead to those in Chinese where the report has no English, and stay where it has", async () => {
  put();
  const page = await open(browser);
  await page.goto(site.at("en/projects.html?q=a&lang=en"));
  await page.waitForURL((url) => url.pathname.endsWith("/b/projects.html"));
  await alive(page);
  assert.equal(new URL(page.url()).searchParams.get("lang"), null);
  put({ dataset: { ...files.dataset, languages: ["zh", "en"] } });
  await page.goto(site.at("en/projects.html"));
  await alive(page);
  assert.equal(new URL(page.url()).pathname, "/a/b/en/projects.html");
  await page.context().close();
});

test("no address makes the site show anything else", async () => {
  put();
  writeFileSync(join(folder, "other.json"), "{}");
  for (const query of ["?site=other.json", "?dataset=https://example.org/x.json", "?own=0123456789abcdef", "?data=x#site=other.json", "?embed=1&site=//example.org/"]) {
    const page = await open(browser);
    await page.goto(site.at(query));
    await alive(page);
    assert.match(await page.locator("#heading").textContent(), /青禾县/, query);
    const asked = page.requests.map((address) => new URL(address).pathname).filter((path) => path.endsWith(".json"));
    assert.deepEqual([...new Set(asked)], ["/a/b/site.json", "/a/b/dataset.json"], query);
    assert.deepEqual(page.requests.filter((address) => !address.startsWith(site.at())), [], query);
    await page.context().close();
  }
  rmSync(join(folder, "other.json"));
});

test("pages that the build rendered never ask for site.json", async () => {
  const built = await serveAt("/a/b/");
  const page = await open(browser);
  await visit(page, built.at());
  assert.deepEqual(page.requests.filter((address) => /site[.-]/.test(address)), []);
  await page.context().close();
  await built.close();
});

const wrong = (name, what, reason) => ({ name, what, reason });
const REFUSED = [
  wrong("no site.json", { site: null }, /^site\.json：没有读到（404）/),
  wrong("no dataset", { dataset: null }, /^dataset\.json：没有读到（404）/),
  wrong("no JSON", { text: "<html>" }, /^site\.json：现为无法读取的内容（.+），应为网页保存的原文件/),
  wrong("null", { text: "null" }, /^site\.json的version：现为“没有”，应为数字1/),
  wrong("a list", { text: "[1]" }, /^site\.json的version/),
  wrong("not UTF-8", { text: Buffer.from([0x7b, 0xff, 0xfe]) }, /^site\.json：现为无法读取的内容/),
  wrong("another version", { site: { version: 2 } }, /^site\.json的version：现为“2”，应为数字1/),
  wrong("another host", { site: { dataset: "https://example.org/x.json" } }, /^site\.json的dataset：现为“https:\/\/example\.org\/x\.json”，应为同一文件夹里的文件名/),
  wrong("another host without a scheme", { site: { dataset: "//example.org/x.json" } }, /^site\.json的dataset/),
  wrong("another folder", { site: { dataset: "../dataset.json" } }, /^site\.json的dataset/),
  wrong("an encoded folder", { site: { dataset: "..%2fdataset.json" } }, /^site\.json的dataset/),
  wrong("itself", { site: { dataset: "site.json" } }, /^site\.json的dataset/),
  wrong("no text", { site: { dataset: { a: 1 } } }, /^site\.json的dataset：现为“\{"a":1\}”/),
  wrong("a title of spaces", { site: { title: " " } }, /^site\.json的title：现为“ ”，应为报告的标题/),
  wrong("another size", { site: { bytes: 5 } }, /^dataset\.json：现有\d+字节，site\.json写的是5字节/),
  wrong("a size below zero", { site: { bytes: -1 } }, /^site\.json的bytes：现为“-1”/),
  wrong("another sum", { site: { sha256: "0".repeat(64) } }, /^dataset\.json：校验和是[0-9a-f]{12}……，site\.json写的是0{12}……/),
  wrong("no sum", { site: { sha256: "x" } }, /^site\.json的sha256：现为“x”，应为64位的十六进制校验和/),
  wrong("another title", { site: { title: "另一份报告" } }, /^dataset\.json：标题是“青禾县.+”，site\.json写的是“另一份报告”/),
  wrong("markup in the title", { site: { title: "<img src=x onerror=alert(1)>" } }, /site\.json写的是“<img src=x onerror=alert\(1\)>”/),
  wrong("another form", () => ({ dataset: { ...files.dataset, format: 99 } }), /^dataset\.json的format：现为“99”，应为数字\d+：请用这个网站的own\.html重新保存/),
  wrong("no data", () => ({ dataset: { ...files.dataset, data: "" } }), /^dataset\.json的data：现为“”/),
  wrong("other languages", () => ({ dataset: { ...files.dataset, languages: ["fr"] } }), /^dataset\.json的languages：现为“\["fr"\]”/),
  wrong("a list in a list", () => ({ dataset: { ...files.dataset, languages: [["zh"]] } }), /^dataset\.json的languages/),
  wrong("two languages in one", () => ({ dataset: { ...files.dataset, languages: ["zh,en"] } }), /^dataset\.json的languages/),
  wrong("no fields", { dataset: Buffer.from("[]") }, /^dataset\.json的format/),
  wrong("too large", { dataset: Buffer.alloc(20_000_001, 32) }, /^dataset\.json：现为超过20000000字节的文件/),
];

for (const { name, what, reason } of REFUSED) {
  test(`refused, and told: ${name}`, async () => {
    put(typeof what === "function" ? what() : what);
    const page = await open(browser);
    await page.goto(site.at("projects.html"));
    await page.locator("#site-reason").filter({ hasText: /./ }).waitFor();
    assert.match(await page.locator("#site-reason").textContent(), reason);
    await page.waitForFunction(() => document.documentElement.getAttribute("data-state") === "failed");
    await page.locator(".unavailable").waitFor();
    await hasCount(page.locator("[data-test=project-row], svg.chart, img[src=x]"), 0);
    assert.ok(page.requests.every((address) => address.startsWith(site.at())));
    await page.context().close();
  });
}

test("a dataset that is damaged in the middle shows no number", async () => {
  const { data } = files.dataset;
  put({ dataset: { ...files.dataset, data: data.slice(0, data.length / 2) } });
  const page = await open(browser);
  await page.goto(site.at());
  await page.waitForFunction(() => document.documentElement.getAttribute("data-state") === "failed");
  assert.match(await page.locator(".unavailable").innerText(), /^报告没有打开。 dataset\.json：这个版本的程序没有载入，或读不出其中的数据/);
  await page.context().close();
});

test("a program that does not come is told", async () => {
  put();
  const page = await open(browser);
  await page.route(/site-[0-9a-f]{16}\.js$/, (route) => route.abort());
  await page.goto(site.at());
  await page.waitForFunction(() => document.documentElement.getAttribute("data-state") === "failed");
  assert.match(await page.locator(".unavailable").innerText(), /^报告没有打开。 程序没有载入/);
  await page.context().close();
});

test("browsers that have kept the site as it was built let go of it", async () => {
  put();
  const changing = await serveAt("/a/b/");
  const page = await open(browser, { serviceWorkers: "allow" });
  await page.goto(changing.at());
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.active && (await caches.keys()).length > 0);
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  changing.use(folder);
  await page.goto(changing.at("projects.html"));
  // The page is loaded anew once the worker is gone.
  await page.waitForFunction(() => document.title.includes("青禾县"), null, { timeout: 60_000 });
  await page.waitForFunction(async () => !(await navigator.serviceWorker.getRegistration()) && (await caches.keys()).length === 0);
  await page.context().close();
  await changing.close();
});

test("a file that leads elsewhere is not followed", async () => {
  put();
  const moved = await serveAt("/a/b/", {
    folder,
    answer: (path, response) => {
      if (path !== "dataset.json") return false;
      response.writeHead(302, { location: "https://example.org/dataset.json" });
      response.end();
      return true;
    },
  });
  const page = await open(browser);
  await page.goto(moved.at());
  await page.locator("#site-reason").filter({ hasText: "dataset.json：没有读到" }).waitFor();
  assert.ok(page.requests.every((address) => address.startsWith(moved.at())));
  await page.context().close();
  await moved.close();
});

test("without scripts the page says what it needs; with them it can be read by all before and after", async () => {
  put();
  const still = await open(browser, { javaScriptEnabled: false });
  await still.goto(site.at());
  assert.match(await still.locator(".unavailable").innerText(), /^报告没有打开。 程序没有载入，或者浏览器没有、停用了脚本/);
  await still.locator(".opening").waitFor({ state: "hidden" });
  await still.context().close();
  for (const [width, wrong] of [[320, false], [320, true], [1280, false], [1280, true]]) {
    put(wrong ? { site: { bytes: 1 } } : {});
    const page = await open(browser, { width, height: 640 });
    await page.goto(site.at());
    await page.waitForFunction((state) => document.documentElement.getAttribute("data-state") === state, wrong ? "failed" : "ready");
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width}`);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run({ resultTypes: ["violations"] }));
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]), []);
    await page.context().close();
  }
});

test("a report of the reader's own opens beside it, and closing that leads back", async () => {
  put();
  const page = await open(browser);
  await page.goto(site.at("own.html"));
  assert.match(await page.title(), /年度计划报告/);
  await page.locator("#own-text").fill(REPORT.replaceAll("青禾县", "白石县"));
  await page.locator("#own-form button").click();
  await page.locator("#own-open").click();
  await alive(page);
  assert.match(await page.locator("#heading").textContent(), /白石县/);
  await page.locator("[data-test=own-banner]").waitFor();
  await page.locator("[data-published]").click();
  await page.waitForURL(site.at());
  await alive(page);
  assert.match(await page.locator("#heading").textContent(), /青禾县/);
  await hasCount(page.locator("[data-test=own-banner]"), 0);
  await page.context().close();
});
