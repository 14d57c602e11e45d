// The .htaccess that the build has written, in a real Apache with settings of its own that are against it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { launch, open, visit } from "./browser.js";
import { ExplorerPage } from "./page.js";
import { apache } from "./servers.js";
import { ask, hidesTheRest, isGuarded, servesEveryFile, servesFolders } from "./serving.js";

let site;
let browser;

before(async () => {
  site = await apache();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await site?.close();
});

test("Apache finds nothing to say against it", () => assert.match(site.checked, /^Syntax OK\s*$/));
test("every file is served as it is, in each encoding", () => servesEveryFile(site));
test("folders lead to their page", () => servesFolders(site));
test("nothing else is there", () => hidesTheRest(site, { forbidden: [403, 404] }));

test("Apache has nothing to complain of", () => {
  const complaints = readFileSync(site.log, "utf8").split("\n").filter((line) => line !== "");
  assert.deepEqual(complaints.filter((line) => !/AH01630: client denied by server configuration: .*\.ht|:notice\]/.test(line)), []);
});

for (const path of ["", "en/"]) {
  test(`the page comes alive, and nothing is complained of: /${path}`, async () => {
    const page = await open(browser);
    await visit(page, site.at(path));
    const explorer = new ExplorerPage(page);
    await explorer.filter.fill("魏寨");
    await explorer.showsProjects(3);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("a server that lacks a module does without it", async () => {
  for (const missing of ["headers", "mime", "rewrite"]) {
    const site = await apache({ modules: ["headers", "mime", "rewrite"].filter((name) => name !== missing) });
    try {
      const answer = await ask(site.at("index.html"), { "accept-encoding": "br" });
      assert.equal(answer.status, 200, missing);
      const isCompressed = missing !== "mime" && missing !== "rewrite";
      assert.equal(answer.headers["content-encoding"], isCompressed ? "br" : undefined, missing);
      if (missing !== "headers") isGuarded(answer, missing);
    } finally {
      await site.close();
    }
  }
});
