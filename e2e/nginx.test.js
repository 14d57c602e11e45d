// The fragment for nginx that the build has written, in a real nginx without further modules and with settings of its own that are
// against it: what it answers, and that the page comes alive from it.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { BROWSERS, launch, open, visit } from "./browser.js";
import { ExplorerPage } from "./page.js";
import { nginx } from "./servers.js";
import { hidesTheRest, servesEveryFile, servesFolders } from "./serving.js";
import { dist } from "./site.js";

let site;
let browser;

before(async () => {
  site = await nginx();
  site.guardsUnchanged = true;
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await site?.close();
});

test("nginx finds nothing to say against it", () => {
  assert.match(site.checked, /test is successful/);
  assert.doesNotMatch(site.checked, /warn|emerg/);
});

test("every file is served as it is, in each encoding", () => servesEveryFile(site));
test("folders lead to their page", () => servesFolders(site));
test("nothing else is there", () => hidesTheRest(site, { forbidden: [403, 404] }));

test("nginx has nothing to complain of", () => {
  const complaints = readFileSync(site.log, "utf8").split("\n").filter((line) => line !== "");
  // That a file is not there, or a folder not listed, is told as an error.
  assert.deepEqual(complaints.filter((line) => !/No such file|Not a directory|directory index of .* is forbidden/.test(line)), []);
});

test("the fragment is for any path", async () => {
  for (const base of ["/", "/server/data-0123456789abcdef/"]) {
    const site = await nginx({ base });
    try {
      await servesFolders(site);
      await hidesTheRest(site, { forbidden: [403, 404] });
    } finally {
      await site.close();
    }
  }
});

for (const [path, count] of [["", "显示 82 个，共 82 个"], ["en/", "Showing 82 of 82"]]) {
  test(`the page comes alive, and nothing is complained of: /${path}`, async () => {
    const page = await open(browser);
    await visit(page, site.at(path));
    const explorer = new ExplorerPage(page);
    assert.equal(await explorer.count.textContent(), count);
    await explorer.filter.fill("魏寨");
    await explorer.showsProjects(3);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("#promise ~ * [data-download=png], #promise [data-download=png]").first().click(),
    ]);
    assert.equal(await download.failure(), null);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("a drawing that is opened by itself has its styles", async () => {
  const page = await open(browser);
  await page.goto(site.at("data/charts/promise-zh.svg"));
  const fill = await page.evaluate(() => getComputedStyle(document.documentElement).fill);
  assert.equal(fill, "rgb(20, 33, 46)");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

// A portal of another origin: a page with a frame, whose address and further attributes its own address says.
async function portal() {
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url, "http://portal");
    const attributes = `src="${searchParams.get("src")}" ${searchParams.get("attributes")}`;
    response.setHeader("content-type", "text/html");
    response.end(`<!doctype html><link rel="icon" href="data:,"><iframe ${attributes} style="width:900px;height:600px"></iframe>`);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    around: (src, attributes = "") => `${origin}/?${new URLSearchParams({ src, attributes })}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

// The fragment with an origin in the line that is marked for it.
async function withPortal(origin, body) {
  const folder = mkdtempSync(join(tmpdir(), "plan-explorer-"));
  const lines = readFileSync(join(dist, "server/nginx.conf"), "utf8").split("\n");
  const marks = lines.flatMap((line, at) => (line.startsWith("# ↓↓↓ The portal") ? [at + 1] : []));
  assert.equal(marks.length, 1);
  assert.match(lines[marks[0]], /frame-ancestors 'self'" always;$/);
  lines[marks[0]] = lines[marks[0]].replace(/" always;$/, ` ${origin}$&`);
  const fragment = join(folder, "nginx.conf");
  writeFileSync(fragment, lines.join("\n"));
  const site = await nginx({ fragment });
  try {
    await body(site);
  } finally {
    await site.close();
    rmSync(folder, { recursive: true });
  }
}

test("no portal shows the page before its origin is named", async () => {
  const other = await portal();
  const page = await open(browser);
  try {
    const complaint = page.waitForEvent("console");
    await page.goto(other.around(site.at()));
    assert.match((await complaint).text(), /frame-ancestors 'self'/);
  } finally {
    await page.context().close();
    other.close();
  }
});

for (const name of BROWSERS) {
  test(`a portal shows the page once its origin stands in the marked line: ${name}`, async () => {
    const [browser, other] = [await launch(name), await portal()];
    try {
      await withPortal(other.origin, async (site) => {
        // Where a frame has no origin of its own, everything is of another one.
        for (const attributes of ["", 'sandbox="allow-scripts"']) {
          const page = await open(browser);
          await page.goto(other.around(site.at("?q=weizhai"), attributes));
          const frame = page.frameLocator("iframe");
          await frame.locator("html[data-more=ready]").waitFor({ state: "attached" });
          await frame.locator("[data-test=project-row]").nth(2).waitFor();
          assert.equal(await frame.locator("[data-test=project-row]").count(), 3, attributes);
          assert.deepEqual(page.complaints, [], attributes);
          await page.context().close();
        }
      });
    } finally {
      await browser.close();
      other.close();
    }
  });
}
