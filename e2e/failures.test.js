// When a module cannot start, what the browser was sent is a page all the same: it says that exploring is not available,
// shows no control that would not answer, and its text, links and files are there. When one stops later, the page says so and
// leads out of it.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, open } from "./browser.js";
import { ExplorerPage } from "./page.js";
import { policyOfServers } from "./policy.js";
import { dist, serveAt } from "./site.js";

// What the build says that a server may allow a page: no more than this.
const STRICT = policyOfServers();

const FIRST = /^plan-explorer-\w+_bg\.wasm$/;
const MORE = /^more_bg-\w+\.wasm$/;
const SECTIONS = ["overview", "questions", "indicators", "projects", "tasks", "findings"];

let browser;

before(async () => {
  browser = await launch();
});

after(async () => {
  await browser?.close();
});

const file = (pattern) => {
  const name = readdirSync(dist).find((name) => pattern.test(name));
  assert.ok(name, `the build has a file ${pattern}`);
  return readFileSync(join(dist, name));
};

// A module that stops as soon as it starts: its start function is `unreachable`, which is what a panic comes to.
const TRAP = Buffer.from("0061736d01000000010401600000030201000801000a05010300000b", "hex");

// What the server answers for files of that name.
const answering = (pattern, respond) => (path, response) => {
  if (!pattern.test(path)) return false;
  respond(response);
  return true;
};

const missing = (response) => response.writeHead(404).end();
const wasm = (bytes) => (response) => response.writeHead(200, { "content-type": "application/wasm" }).end(bytes);

// The first half, and then the line is cut.
const half = (pattern) => (response) => {
  const bytes = file(pattern);
  response.writeHead(200, { "content-type": "application/wasm", "content-length": bytes.length });
  response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
};

// The page with something in it replaced.
const damaged = (from, to) =>
  answering(/^(index\.html)?$/, (response) => {
    const html = readFileSync(join(dist, "index.html"), "utf8");
    assert.match(html, from);
    response.writeHead(200, { "content-type": "text/html;charset=utf-8" }).end(html.replace(from, to));
  });

// Runs `body` with a site and an open page at it. `page.unhandled` holds what nobody caught, `page.violations` what a policy
// has forbidden.
async function withPage({ options = {}, served = {}, prepare, query = "" }, body) {
  const site = await serveAt("/a/b/", served);
  const page = await open(browser, { width: 1280, height: 800, ...options });
  try {
    page.unhandled = [];
    page.violations = [];
    page.on("pageerror", (error) => page.unhandled.push(error.message));
    await page.exposeFunction("violated", (what) => page.violations.push(what));
    await page.addInitScript(() =>
      document.addEventListener("securitypolicyviolation", (event) =>
        window.violated(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample} at ${event.sourceFile}:${event.lineNumber}`),
      ),
    );
    await prepare?.(page);
    await page.goto(site.at(query));
    await body({ page, site, explorer: new ExplorerPage(page) });
  } finally {
    await page.context().close();
    await site.close();
  }
}

const says = (page, attribute, value) => page.locator(`html[${attribute}=${value}]`).waitFor({ state: "attached" });

// What of the page looks as if it answered, and is in none of the elements that `alive` selects: how many of each kind, by
// what they are part of.
const controls = (page, alive = "none") =>
  page.evaluate((alive) => {
    const counts = {};
    for (const control of document.querySelectorAll("button, input, select, textarea, [role=button]")) {
      if (!control.checkVisibility({ visibilityProperty: true }) || control.closest(alive)) continue;
      const part = control.closest("[data-island]")?.dataset.island ?? "page";
      const kind = `${part}: ${control.localName} ${control.closest(".chart") ? "in a chart" : control.textContent.slice(0, 20)}`;
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
    return counts;
  }, alive);

// The page is of use: it can be read, and what it links to is there.
async function isOfUse(page, site) {
  for (const id of SECTIONS) {
    assert.ok(await page.locator(`#${id} h2`).first().isVisible(), `#${id} is there`);
  }
  assert.equal(await page.locator("[data-test=project-row]").count(), 82);
  assert.equal(await page.locator("[data-test=task-row]").count(), 102);
  assert.ok(await page.locator("[data-test=project-row]").first().isVisible());
  assert.equal(await page.locator("#promise .chart > svg:visible").count(), 1);
  const tables = page.locator("#data a[href$='.csv']");
  assert.ok((await tables.count()) > 0, "there are links to tables");
  const [download] = await Promise.all([page.waitForEvent("download"), tables.first().click()]);
  assert.equal(await download.failure(), null);
  assert.ok(readFileSync(await download.path(), "utf8").split("\n").length > 20);
  for (const href of await tables.evaluateAll((links) => links.map((link) => link.href))) {
    assert.equal((await page.request.get(href)).status(), 200, href);
  }
  // An area of commitments is opened by the browser itself.
  const area = page.locator("[data-test=task-area]:not([open])").first();
  await area.locator("summary").click();
  assert.ok(await page.locator("[data-test=task-area][open] [data-test=task-row]").nth(1).isVisible());
  await page.getByRole("link", { name: "English" }).click();
  await page.waitForURL(site.at("en/"));
  await page.getByRole("heading", { name: "What 2020 achieved, what 2021 plans" }).waitFor();
}

const UNAVAILABLE = /^warning: Plan Explorer: exploring is unavailable\. /;
// What the browser itself says of an answer that did not come.
const NETWORK = /^(error: Failed to load resource|error: Access to|net::|\d{3}: |warning: The resource .* was preloaded)/;

// What was told on the console: one warning that says what is wrong, and beside it only what `others` allows.
function isToldOnce(page, others) {
  const warnings = page.complaints.filter((complaint) => UNAVAILABLE.test(complaint));
  assert.equal(warnings.length, 1, page.complaints.join("\n"));
  const rest = page.complaints.filter((complaint) => !UNAVAILABLE.test(complaint) && !others?.test(complaint));
  assert.deepEqual(rest, []);
  assert.deepEqual(page.unhandled, []);
}

const withoutLocalWasm = (page) => page.addInitScript(() => delete window.WebAssembly);

// Why the first module does not start, and what the browser says of that beside the page's own warning.
const FAILURES = [
  ["the browser has no WebAssembly", { prepare: withoutLocalWasm }],
  ["the module is no module", { served: { answer: answering(FIRST, wasm("no module")) } }],
  ["the module stops when it starts", { served: { answer: answering(FIRST, wasm(TRAP)) } }],
  ["the module is not there", { served: { answer: answering(FIRST, missing) }, others: NETWORK }],
  ["the line is cut half-way", { served: { answer: answering(FIRST, half(FIRST)) }, others: NETWORK }],
  ["the module's script is not there", { served: { answer: answering(/^plan-explorer-\w+\.js$/, missing) }, others: NETWORK }],
  ["the policy forbids it", {
    served: { headers: { "content-security-policy": STRICT.replace(" 'wasm-unsafe-eval'", "") } },
    others: /Content Security Policy|unsafe-eval/,
  }],
  ["the page has no data", { served: { answer: damaged(/<script type="text\/plain" id="lists">[^<]*<\/script>/, "") } }],
  ["the data is damaged", { served: { answer: damaged(/(<script type="text\/plain" id="lists">)[^<]{40}/, "$1?") } }],
  // What Yew was to find is not there, so that it panics: where the module begins, or in a later task.
  ...["project-list", "project-filter"].map((island) => [`the module panics as ${island} comes to life`, {
    served: { answer: damaged(new RegExp(`<div data-island="${island}">`), "$&<hr>") },
    others: /^error: panicked at /,
    panics: true,
  }]),
];

for (const [why, { others, panics, ...way }] of FAILURES) {
  for (const options of [{}, { width: 390, height: 780 }]) {
    test(`the page is of use where ${why} (${options.width ?? 1280} px)`, async () => {
      await withPage({ ...way, options }, async ({ page, site }) => {
        await says(page, "data-state", "failed");
        assert.ok(await page.locator(".unavailable").isVisible());
        assert.equal(await page.locator(".crashed").isVisible(), false);
        assert.deepEqual(await controls(page), {});
        // A panic in a later task cannot be caught: the browser tells it.
        if (panics) {
          assert.ok(page.unhandled.length <= 1 && page.unhandled.every((error) => error === "unreachable"), page.unhandled.join());
          page.unhandled.length = 0;
          page.complaints = page.complaints.filter((complaint) => complaint !== "error: unreachable");
        }
        isToldOnce(page, others);
        await isOfUse(page, site);
      });
    });
  }
}

// Without the first script nothing can be told on the console: what says that exploring is not available is in the page.
for (const [why, way] of [
  ["scripts are off", { options: { javaScriptEnabled: false } }],
  ["the first script is not there", { served: { answer: answering(/^boot-\w+\.js$/, missing) } }],
  ["the policy forbids scripts", { served: { headers: { "content-security-policy": "default-src 'self'; script-src 'none'" } } }],
]) {
  test(`the page is of use where ${why}`, async () => {
    await withPage(way, async ({ page, site }) => {
      assert.ok(await page.locator(".unavailable").isVisible());
      assert.equal(await page.locator(".crashed").isVisible(), false);
      assert.deepEqual(await controls(page), {});
      assert.deepEqual(page.unhandled, []);
      await isOfUse(page, site);
    });
  });
}

// Why the second module does not start.
for (const [why, { others, ...way }] of [
  ["its data is not there", { served: { answer: answering(/^dataset-\w+\.txt$/, missing) }, others: NETWORK }],
  ["its data is damaged", { served: { answer: answering(/^dataset-\w+\.txt$/, (response) => response.end("?")) } }],
  ["its script is not there", { served: { answer: answering(/^more-\w+\.js$/, missing) }, others: NETWORK }],
  ["it is no module", { served: { answer: answering(MORE, wasm("no module")) } }],
  ["it stops when it starts", { served: { answer: answering(MORE, wasm(TRAP)) } }],
  ["the line is cut half-way", { served: { answer: answering(MORE, half(MORE)) }, others: NETWORK }],
]) {
  test(`filters answer without the second module: ${why}`, async () => {
    await withPage(way, async ({ page, site, explorer }) => {
      await says(page, "data-state", "ready");
      assert.equal(await page.locator(".unavailable").isVisible(), false);
      await page.keyboard.press("Shift");
      await says(page, "data-more", "failed");
      assert.equal(await page.locator("html").getAttribute("data-state"), "ready");
      await explorer.filter.fill("魏寨");
      await explorer.showsProjects(3);
      await explorer.filter.fill("");
      await explorer.showsProjects(82);
      assert.ok(await page.locator(".unavailable").isVisible(), "the page says what is not available");
      assert.deepEqual(await controls(page, "[data-alive]"), {});
      isToldOnce(page, others);
      await isOfUse(page, site);
    });
  });
}

test("what a link opens is not waited for where the second module does not come", async () => {
  const served = { answer: answering(MORE, missing) };
  await withPage({ served, query: "?item=pm25", options: { width: 390, height: 780 } }, async ({ page }) => {
    await says(page, "data-more", "failed");
    assert.ok(await page.locator("main").isVisible());
    assert.ok(await page.locator("#overview-heading").isVisible());
    assert.ok(await page.locator(".unavailable").isVisible());
  });
});

test("a server that does not know modules is no obstacle", async () => {
  // Old servers send what they do not know as bytes.
  const plain = (pattern) => (response) =>
    response.writeHead(200, { "content-type": "application/octet-stream" }).end(file(pattern));
  const answer = (path, response) =>
    answering(FIRST, plain(FIRST))(path, response) || answering(MORE, plain(MORE))(path, response);
  await withPage({ served: { answer } }, async ({ page, explorer }) => {
    await says(page, "data-state", "ready");
    await page.keyboard.press("Shift");
    await says(page, "data-more", "ready");
    await explorer.filter.fill("魏寨");
    await explorer.showsProjects(3);
    assert.deepEqual(page.unhandled, []);
    // The loader says that the server could do better.
    assert.deepEqual(page.complaints.filter((complaint) => !/does not serve Wasm with/.test(complaint)), []);
  });
});

test("everything works under a strict policy, and nothing violates it", async () => {
  const headers = { "content-security-policy": STRICT };
  await withPage({ served: { headers } }, async ({ page, explorer }) => {
    await says(page, "data-state", "ready");
    await page.keyboard.press("/");
    await says(page, "data-more", "ready");
    await page.waitForFunction(() => document.activeElement.id === "search");
    await page.keyboard.type("pm2.5");
    await explorer.options.first().click();
    await page.locator(".detail.open").waitFor();
    await page.locator("[data-test=detail-close]").click();
    await explorer.filter.fill("魏寨");
    await explorer.showsProjects(3);
    await explorer.filter.fill("");
    await explorer.laidOut();
    const funding = explorer.figure("funding");
    await funding.target("f061").hover();
    await funding.tooltip.waitFor();
    await explorer.figure("facets").target("sector:logistics").click();
    await explorer.addressSays("?sector=logistics&v=2");
    await page.locator("[data-test=as-chart]").click();
    await page.locator("#indicators .chart > svg").first().waitFor();
    for (const format of ["csv", "svg", "png"]) {
      const button = page.locator(`#promise ~ * [data-download=${format}], #promise [data-download=${format}]`).first();
      const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
      assert.equal(await download.failure(), null);
    }
    await page.getByRole("link", { name: "English" }).click();
    await says(page, "data-state", "ready");
    assert.deepEqual(page.violations, []);
    assert.deepEqual(page.unhandled, []);
    assert.deepEqual(page.complaints, []);
  });
});

// The browser refuses what the modules rely on: where an element cannot be put into the page, Yew panics. An extension that
// changes the page, as translators do, comes to the same.
const refuse = (page) =>
  page.evaluate(() => {
    Node.prototype.insertBefore = () => {
      throw new DOMException("refused by the test");
    };
  });

// What the reader does, and who answers.
for (const [who, act] of [
  ["the first module", async ({ explorer }) => {
    await explorer.filter.fill("qqq");
  }],
  ["the second module", async ({ page }) => {
    await page.locator("#funding .chart [data-id=f061]").click();
  }],
]) {
  test(`a page that stops later says so and leads out of it: ${who}`, async () => {
    await withPage({ query: "?order=name" }, async ({ page, explorer }) => {
      await says(page, "data-more", "ready");
      await explorer.laidOut();
      await page.locator("#funding").scrollIntoViewIfNeeded();
      await refuse(page);
      await act({ page, explorer });
      await says(page, "data-state", "crashed");
      const message = page.locator(".crashed");
      assert.ok(await message.isVisible());
      assert.equal(await message.getAttribute("role"), "alert");
      assert.equal(await page.locator(".unavailable").isVisible(), false);
      // Where the reader is, not where the page begins.
      const box = await message.boundingBox();
      assert.ok(box.y >= 0 && box.y + box.height <= 800, `the message is in sight: ${JSON.stringify(box)}`);
      for (const id of SECTIONS) assert.ok(await page.locator(`#${id} h2`).first().isVisible(), id);
      assert.ok(page.unhandled.length > 0 && page.unhandled.every((error) => /unreachable|closure|borrow/.test(error)), page.unhandled.join());
      await Promise.all([page.waitForEvent("load"), message.getByRole("link").click()]);
      await says(page, "data-state", "ready");
      assert.equal(await page.locator(".crashed").isVisible(), false);
      assert.match(page.url(), /order=name/);
      await explorer.filter.fill("魏寨");
      await explorer.showsProjects(3);
    });
  });
}
