// A build that was given the report's text: the place of a number leads to its paragraph, with the number marked. The text is no part
// of the project: without it, only what holds for builds without it is tested.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { alive, launch, open, visit } from "./browser.js";
import { isThere } from "./page.js";
import { dist, PAGE_FILES, serveAt } from "./site.js";
import { after, before, test as named } from "./testing.js";
import { listed, paths } from "./variant.js";

const project = fileURLToPath(new URL("../", import.meta.url));
const text = resolve(project, process.env.PLAN_REPORT || "../shared/report/weidong-2021.txt");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let folder;
let browser;
let site;

// A test that needs the text.
const test = (name, act) =>
  named(name, (context) => (site ? act() : context.skip(`there is no ${text}; name the report's text with PLAN_REPORT=path`)));

// What Trunk hands over to the last step of a build, from the build as it is: the template, and the modules under their first names.
function staged() {
  const into = mkdtempSync(join(folder, "staged-"));
  cpSync(join(dist, "icons"), join(into, "icons"), { recursive: true });
  for (const name of readdirSync(dist)) {
    const [, module, end] = /^(plan-explorer|plan-first|plan-own|plan-review)-[0-9a-f]{16}(\.js|_bg\.wasm)$/.exec(name) ?? [];
    if (module) cpSync(join(dist, name), join(into, module === "plan-explorer" ? name : module + end));
  }
  const template = readFileSync(join(project, "index.html"), "utf8");
  writeFileSync(join(into, "index.html"), template.replaceAll(/.*data-trunk.*\n/g, ""));
  return into;
}

// The last step of a build in that folder.
const step = (into, PLAN_REPORT) => [
  "cargo",
  ["run", "--quiet", "--locked", "--package", "plan-prerender"],
  {
    cwd: project,
    encoding: "utf8",
    env: { ...process.env, TRUNK_SOURCE_DIR: project, TRUNK_STAGING_DIR: into, TRUNK_PROFILE: "release", PLAN_REPORT },
  },
];

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "plan-report-"));
  browser = await launch();
  if (!existsSync(text)) return;
  const built = staged();
  execFileSync(...step(built, text));
  const [, policy] = readFileSync(join(built, "server/_headers"), "utf8").match(/^ {2}Content-Security-Policy: (.+)$/m);
  site = await serveAt("/a/b/", { folder: built, headers: { "content-security-policy": policy } });
  site.folder = built;
}, 600_000);

after(async () => {
  await browser?.close();
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function withPage(path, body, options) {
  const page = await open(browser, options);
  await page.goto(site.at(path));
  await body(page);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
}

const background = (locator) => locator.evaluate((element) => getComputedStyle(element).backgroundColor);

named("a build without the text has neither the page nor a link to it", () => {
  assert.deepEqual(paths(dist).filter((path) => /(^|\/)report\./.test(path)), []);
  for (const path of [...PAGE_FILES, "sw.js"]) {
    const content = readFileSync(join(dist, path), "utf8");
    assert.ok(!content.includes("report.html") && !content.includes('data-test="in-text"'), path);
  }
});

named("a build whose text is not there stops with a sentence", () => {
  const { status, stderr } = spawnSync(...step(staged(), "absent.txt"));
  assert.notEqual(status, 0);
  assert.match(stderr, /absent\.txt: found a file that cannot be used \(.+\), expected the report’s text in UTF-8/);
});

for (const lang of ["", "en/"]) {
  test(`the place of a number leads to the number in its paragraph, and that back to its row: /${lang}`, () =>
    withPage(`${lang}indicators.html?item=gdp-growth`, async (page) => {
      await alive(page);
      await page.locator("#indicator-detail [data-test=in-text][href$=f005]").click();
      await page.waitForURL(`${site.at(lang)}report.html#p-1.1-1-f005`);
      const number = page.locator("mark:target");
      assert.equal(await number.textContent(), "3%");
      const box = await number.boundingBox();
      assert.ok(box.y > 60 && box.y < 600, `in sight: ${box.y}`);
      const paragraph = page.locator("p.cited", { has: number });
      assert.equal(await paragraph.getAttribute("id"), "p-1.1-1");
      const others = [page.locator("#p-1\\.1-1-f006"), page.locator("#p-1-1")];
      assert.notEqual(await background(number), await background(others[0]));
      assert.notEqual(await background(paragraph), await background(others[1]));
      await number.click();
      await alive(page);
      assert.equal(await page.locator("tr.chosen").getAttribute("id"), "item-f005");
    }));
}

test("the app has no link that the page before it has not, and each leads to something that is there", async () => {
  const addresses = (page) => page.locator("[data-test=in-text]").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  const found = new Set();
  for (const file of ["", "data.html", "tasks.html", "projects.html", "indicators.html"]) {
    let prerendered;
    await withPage(file, async (page) => (prerendered = await addresses(page)), { javaScriptEnabled: false });
    await withPage(file, async (page) => {
      await alive(page);
      const linked = await addresses(page);
      assert.ok(linked.length > 0, file);
      // What is folded the app renders when it is opened.
      assert.deepEqual(linked.filter((address) => !prerendered.includes(address)), [], file);
    });
    prerendered.forEach((address) => found.add(address));
  }
  await withPage("projects.html?item=p01", async (page) => {
    await alive(page);
    (await addresses(page)).forEach((address) => found.add(address));
  });
  assert.ok(found.size > 200);
  await withPage("report.html", async (page) => {
    const ids = new Set(await page.locator("[id]").evaluateAll((elements) => elements.map(({ id }) => `report.html#${id}`)));
    assert.deepEqual([...found].filter((address) => !ids.has(address)), []);
  });
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [320, 1280]) {
    test(`the text is accessible, fits, and loads the styles of print besides: ${colorScheme}, ${width} px`, async () => {
      for (const path of ["report.html#p-1.2-1-f013", "en/report.html#item-pm25"]) {
        await withPage(
          path,
          async (page) => {
            await page.evaluate(axe);
            const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
            assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`), []);
            assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
            // Browsers ask for icon and manifest whenever they like, and for what is for print only when nothing else is to do.
            const loaded = page.requests.filter((url) => !/icons\/|\.webmanifest$|\/later-[0-9a-f]{16}\.css$/.test(url));
            assert.deepEqual(loaded, [site.at(path).replace(/#.*/, "")]);
            const waitedFor = await page.evaluate(() => [...document.querySelectorAll("link[rel=stylesheet]")].map(({ media }) => media));
            assert.deepEqual(waitedFor, ["print"]);
          },
          { width, colorScheme },
        );
      }
    });
  }
}

test("in a frame, a place opens in a window of its own", () =>
  withPage("data.html?embed=1", async (page) => {
    await alive(page);
    const opened = page.context().waitForEvent("page");
    await page.locator("[data-test=figure-row] [data-test=in-text]").first().click();
    const other = await opened;
    await other.waitForURL(/\/a\/b\/report\.html#p-1\.1-1-f001$/);
    assert.match(page.url(), /data\.html\?embed=1/);
  }));

test("the worker keeps the text once it was read, and not before", async () => {
  const { files, core } = listed(site.folder);
  assert.ok(files.has("report.html") && files.has("en/report.html"));
  assert.deepEqual([...core.values()].flat().filter((address) => /report/.test(address)), []);
  const page = await open(browser, { serviceWorkers: "allow" });
  await visit(page, site.at());
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(async () => {
    const { scope } = await navigator.serviceWorker.getRegistration();
    return Boolean(await caches.match(`${scope}?whole=`)) && navigator.serviceWorker.controller;
  });
  const isKept = async (address) => Boolean(await caches.match(address));
  assert.equal(await page.evaluate(isKept, site.at("report.html")), false);
  await page.goto(site.at("report.html"));
  await page.waitForFunction(isKept, site.at("report.html"));
  await page.context().setOffline(true);
  await page.goto(site.at("report.html#p-2-2"));
  await page.reload();
  await isThere(page.locator("p.cited:target mark"));
  await page.context().close();
});
