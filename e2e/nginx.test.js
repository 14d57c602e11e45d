// The fragment for nginx that the build has written, in a real nginx without further modules, whose own settings contradict it: its
// answers, and that every page works.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { alive, BROWSERS, launch, open, visit } from "./browser.js";
import { hasCount, take } from "./page.js";
import { nginx } from "./servers.js";
import { filters, hidesTheRest, runsEveryPage, servesEveryFile, servesFolders } from "./serving.js";
import { dist } from "./site.js";
import { after, before, test } from "./testing.js";

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

test("nginx accepts the configuration without warnings", () => {
  assert.match(site.checked, /test is successful/);
  assert.doesNotMatch(site.checked, /warn|emerg/);
});

test("every file is served unchanged, in each encoding", () => servesEveryFile(site));
test("folders lead to their page", () => servesFolders(site));
test("nothing else is served", () => hidesTheRest(site, { forbidden: [403, 404] }));

test("nginx logs no errors but those of missing files", () => {
  const complaints = readFileSync(site.log, "utf8").split("\n").filter((line) => line !== "");
  assert.deepEqual(complaints.filter((line) => !/No such file|Not a directory|directory index of .* is forbidden/.test(line)), []);
});

test("the fragment works under any path", async () => {
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

test("the app starts on every page, and nothing is refused", () => runsEveryPage(browser, site));

for (const folder of ["", "en/"]) {
  test(`filters answer: /${folder}projects.html`, () => filters(browser, site, folder));
}

test("a chart can be saved as a picture", async () => {
  const page = await open(browser);
  await visit(page, site.at());
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    take(page.locator("#promise ~ * [data-download=png], #promise [data-download=png]").first()),
  ]);
  assert.equal(await download.failure(), null);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("a drawing has its styles if opened by itself", async () => {
  const page = await open(browser);
  await page.goto(site.at("data/charts/promise-zh.svg"));
  const fill = await page.evaluate(() => getComputedStyle(document.documentElement).fill);
  assert.equal(fill, "rgb(20, 33, 46)");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

// A portal of another origin: a page with a frame. The page's own address has that of the frame, and further attributes.
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

// Calls `body` with a site whose fragment has the origin in the line that is marked for it.
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

test("a portal whose origin is not named cannot show the page", async () => {
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
  test(`a portal whose origin stands in the marked line shows the page: ${name}`, async () => {
    const [browser, other] = [await launch(name), await portal()];
    try {
      await withPortal(other.origin, async (site) => {
        // A sandboxed frame has no origin of its own: every file is of another one.
        for (const attributes of ["", 'sandbox="allow-scripts"']) {
          const page = await open(browser);
          await page.goto(other.around(site.at("projects.html?q=weizhai"), attributes));
          const frame = page.frameLocator("iframe");
          await alive(frame);
          await frame.locator("[data-test=project-row]").nth(2).waitFor();
          await hasCount(frame.locator("[data-test=project-row]"), 3, attributes);
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
