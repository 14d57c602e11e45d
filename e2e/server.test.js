// README's first command: script/server serves the site for development.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { launch, open, visit } from "./browser.js";
import { ExplorerPage, hasCount } from "./page.js";
import { test } from "./testing.js";

const project = fileURLToPath(new URL("../", import.meta.url));

async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

test("script/server builds, prints its address and serves the pages", async () => {
  const address = `http://127.0.0.1:${await freePort()}/`;
  const { port } = new URL(address);
  // Its own folder: dist/ holds the release build that the other tests open.
  const server = spawn("script/server", ["--port", port, "--dist", "target/served", "--no-autoreload"], {
    cwd: project,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let browser;
  try {
    let said = "";
    const listening = new Promise((ready, failed) => {
      const hear = (data) => {
        said += data;
        if (said.includes(address)) ready();
      };
      server.stdout.on("data", hear);
      server.stderr.on("data", hear);
      server.on("exit", (code) => failed(new Error(`script/server ended with ${code}: ${said}`)));
    });
    await listening;
    browser = await launch();
    const page = await open(browser);
    // The modules of a development build are many times as large.
    page.context().setDefaultTimeout(60_000);
    const explorer = new ExplorerPage(page);
    await visit(page, address);
    await explorer.navLink("projects").click();
    await explorer.showsProjects(82);
    // Also if opened by itself.
    await visit(page, `${address}en/indicators.html`);
    await hasCount(explorer.indicators, 25);
    assert.deepEqual(page.complaints, []);
  } finally {
    await browser?.close();
    if (server.exitCode === null) process.kill(-server.pid);
  }
  // A development build on a cold target folder takes a minute or two.
}, 600_000);
