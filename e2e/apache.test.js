// The .htaccess that the build has written, in a real Apache whose own settings contradict it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { launch } from "./browser.js";
import { apache } from "./servers.js";
import { ask, filters, hidesTheRest, isGuarded, runsEveryPage, servesEveryFile, servesFolders } from "./serving.js";
import { after, before, test } from "./testing.js";

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

test("Apache accepts the configuration", () => assert.match(site.checked, /^Syntax OK\s*$/));
test("every file is served unchanged, in each encoding", () => servesEveryFile(site));
test("folders lead to their page", () => servesFolders(site));
test("nothing else is served", () => hidesTheRest(site, { forbidden: [403, 404] }));

test("Apache logs no errors but those of hidden files", () => {
  const complaints = readFileSync(site.log, "utf8").split("\n").filter((line) => line !== "");
  assert.deepEqual(complaints.filter((line) => !/AH01630: client denied by server configuration: .*\.ht|:notice\]/.test(line)), []);
});

test("the app starts on every page, and nothing is refused", () => runsEveryPage(browser, site));

for (const folder of ["", "en/"]) {
  test(`filters answer: /${folder}projects.html`, () => filters(browser, site, folder));
}

test("without one of the modules, the rest of the configuration works", async () => {
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
