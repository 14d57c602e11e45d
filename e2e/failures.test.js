// Where the app cannot start, what the browser was sent is a page all the same: it says that exploring is not available, shows no
// control that would not answer, and its text, links and files are there. Where a newer build has taken its place, it says that.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { alive, launch, open } from "./browser.js";
import { everything } from "./everything.js";
import { PAGES } from "./foreign.js";
import { ExplorerPage, hasCount, take } from "./page.js";
import { policyOfServers } from "./policy.js";
import { dist, serveAt } from "./site.js";
import { after, before, step, test } from "./testing.js";

// What the build says that a server may allow a page: no more than this, and the scripts that stand in pages.
const STRICT = policyOfServers();

const APP = /^plan-explorer-\w+_bg\.wasm$/;
const SCRIPT = /^plan-explorer-\w+\.js$/;
const DATASET = /^dataset-[\w-]+\.txt$/;

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

// Runs `body` with a site and an open page at it. `page.unhandled` holds what nobody caught, `page.violations` what a policy
// has forbidden.
async function withPage({ options = {}, served = {}, prepare, address = "" }, body) {
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
    await page.goto(site.at(address));
    await body({ page, site, explorer: new ExplorerPage(page) });
  } finally {
    await page.context().close();
    await site.close();
  }
}

const becomes = (page, state) => page.locator(`html[data-state=${state}]`).waitFor({ state: "attached" });

// What of the page looks as if it answered: how many of each kind.
const controls = (page) =>
  page.evaluate(() => {
    const counts = {};
    for (const control of document.querySelectorAll("button, input, select, textarea, [role=button]")) {
      if (!control.checkVisibility({ visibilityProperty: true })) continue;
      const kind = `${control.localName} ${control.id || control.className} ${control.textContent.slice(0, 20)}`;
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
    return counts;
  });

// What each page has to read.
const CONTENT = {
  "index.html": ["[data-test=tile]", 4],
  "projects.html": ["[data-test=project-row]", 82],
  "indicators.html": ["[data-test=indicator-row]", 25],
  "tasks.html": ["[data-test=task-row]", 119],
  "topics.html": [".chart > svg.drawing", 5],
  "data.html": ["[data-test=figure-row], #files a[href$='.csv']", 20],
};

// The page can be read, and what it links to is there.
async function isOfUse(page, site) {
  for (const name of PAGES) {
    if (name !== "index.html") await page.locator(`.nav nav a[href="${name}"]`).click();
    await page.locator("#heading").waitFor();
    const [rows, number] = CONTENT[name];
    await page.locator(rows).nth(number - 1).waitFor({ state: "attached" });
    await page.locator(rows).locator("visible=true").first().waitFor();
    await page.locator("html[data-state=starting], .unavailable").first().waitFor({ state: "visible" });
  }
  const tables = page.locator("#files a[href$='.csv']");
  const [download] = await Promise.all([page.waitForEvent("download"), tables.first().click()]);
  assert.equal(await download.failure(), null);
  assert.ok(readFileSync(await download.path(), "utf8").split("\n").length > 20);
  for (const href of await tables.evaluateAll((links) => links.map((link) => link.href))) {
    assert.equal((await page.request.get(href)).status(), 200, href);
  }
  // An area of tasks is opened by the browser itself.
  await page.locator('.nav nav a[href="tasks.html"]').click();
  const area = page.locator("[data-test=task-area]:not([open])").first();
  await area.locator("summary").click();
  await page.locator("[data-test=task-area][open] [data-test=task-row]").nth(1).waitFor();
  await page.getByRole("link", { name: "English" }).click();
  await page.waitForURL(site.at("en/tasks.html"));
  await page.getByRole("heading", { level: 1 }).waitFor();
}

const UNAVAILABLE = /^warning: Plan Explorer: the app is not available\. /;
// What the browser itself says of an answer that did not come.
const NETWORK = /^(error: Failed to load resource|error: Access to|net::|\d{3}: |warning: The resource .* was preloaded)/;

// What was told on the console: one warning that says what is wrong, and beside it only what `others` allows.
function isToldOnce(page, others) {
  const warnings = page.complaints.filter((complaint) => UNAVAILABLE.test(complaint));
  assert.equal(warnings.length, 1, page.complaints.join("\n"));
  const rest = page.complaints.filter((complaint) => !UNAVAILABLE.test(complaint) && !others?.test(complaint));
  assert.deepEqual(rest, []);
}

// Why the app does not start, and what the browser says of that beside the page's own warning.
const FAILURES = [
  ["the browser has no WebAssembly", { prepare: (page) => page.addInitScript(() => delete window.WebAssembly) }],
  ["the module is no module", { served: { answer: answering(APP, wasm("no module")) } }],
  ["the module stops when it starts", { served: { answer: answering(APP, wasm(TRAP)) }, others: /^error: unreachable/ }],
  ["the module is not there", { served: { answer: answering(APP, missing) }, others: NETWORK }],
  ["the line is cut half-way", { served: { answer: answering(APP, half(APP)) }, others: NETWORK }],
  ["the module's script is not there", { served: { answer: answering(SCRIPT, missing) }, others: NETWORK }],
  ["the data is not there", { served: { answer: answering(DATASET, missing) }, others: NETWORK }],
  ["the data is damaged", { served: { answer: answering(DATASET, (response) => response.end("?")) } }],
  ["the policy forbids it", {
    served: { headers: { "content-security-policy": STRICT.replace(" 'wasm-unsafe-eval'", "") } },
    others: /Content Security Policy|unsafe-eval/,
  }],
  // The browser refuses what Yew relies on, so that it panics in a later task, when it renders.
  ["the app panics as it renders", {
    prepare: (page) =>
      page.addInitScript(() => {
        Node.prototype.insertBefore = () => {
          throw new DOMException("refused by the test");
        };
      }),
    others: /^error: (panicked at |unreachable|failed to )/,
  }],
];

for (const [why, { others, ...way }] of FAILURES) {
  for (const [options, address] of [[{}, ""], [{ width: 390, height: 780 }, "projects.html"]]) {
    test(`the page is of use where ${why}: ${address || "index.html"} at ${options.width ?? 1280} px`, async () => {
      await withPage({ ...way, address, options }, async ({ page, site, explorer }) => {
        await becomes(page, "failed");
        await page.locator(".unavailable").waitFor();
        for (const other of [".crashed", ".outdated", ".needs-server"]) await page.locator(other).waitFor({ state: "hidden" });
        const dead = await controls(page);
        // The first answer may be there without the app.
        if (await page.locator("html[data-first]").count()) {
          delete dead["input project-filter "];
          await explorer.filter.fill("魏寨");
          await explorer.showsProjects(3);
          await explorer.filter.fill("");
          await explorer.showsProjects(82);
        }
        assert.deepEqual(dead, {});
        isToldOnce(page, others);
        if (address === "") await isOfUse(page, site);
      });
    });
  }
}

// What older browsers lack: with these the app still runs, or says in one sentence that it does not. Which browsers have all that it needs
// stands in README.md.
const LACKING = {
  // Chrome before 96, Safari before 15, Firefox before 79 compile no module with references.
  "references in modules": [
    "failed",
    () => {
      const refuse = () => Promise.reject(new WebAssembly.CompileError("invalid reference type"));
      for (const name of ["compile", "compileStreaming", "instantiate", "instantiateStreaming"]) WebAssembly[name] = refuse;
    },
  ],
  "AbortController": ["failed", () => delete window.AbortController],
  "compiling while loading": ["ready", () => delete WebAssembly.compileStreaming],
  "PerformanceObserver": ["ready", () => delete window.PerformanceObserver],
  "requestIdleCallback": ["ready", () => delete window.requestIdleCallback],
  "IntersectionObserver": ["ready", () => delete window.IntersectionObserver],
  "FinalizationRegistry": ["ready", () => delete window.FinalizationRegistry],
  "storage": ["ready", () => ["localStorage", "sessionStorage", "caches"].forEach((name) => delete Window.prototype[name])],
};

for (const [feature, [state, remove]] of Object.entries(LACKING)) {
  test(`a browser without ${feature}: ${state === "ready" ? "the app runs" : "the page says so"}`, async () => {
    await withPage({ prepare: (page) => page.addInitScript(remove), address: "projects.html" }, async ({ page, explorer }) => {
      await page.waitForFunction(() => !["", "starting"].includes(document.documentElement.dataset.state ?? ""));
      assert.equal(await page.locator("html").getAttribute("data-state"), state);
      assert.equal(await page.locator(".unavailable").isVisible(), state === "failed");
      await hasCount(explorer.projects, 82);
      if (state === "ready") {
        await explorer.filter.fill("魏寨");
        await explorer.showsProjects(3);
      }
    });
  });
}

test("a list that the first answer has filtered can be filtered on where the app does not come", async () => {
  let fail;
  const failing = new Promise((done) => (fail = done));
  const served = { answer: answering(APP, (response) => failing.then(() => missing(response))) };
  await withPage({ served, address: "projects.html" }, async ({ page, explorer }) => {
    await explorer.filter.fill("魏寨");
    await explorer.showsProjects(3);
    fail();
    await becomes(page, "failed");
    await explorer.filter.waitFor();
    await explorer.filter.fill("");
    await explorer.showsProjects(82);
  });
});

test("a link to something shows the page where the app does not come", async () => {
  const served = { answer: answering(APP, missing) };
  await withPage({ served, address: "indicators.html?item=pm25", options: { width: 390, height: 780 } }, async ({ page }) => {
    await becomes(page, "failed");
    await page.locator("main").waitFor();
    await page.locator("#heading").waitFor();
    await page.locator(".unavailable").waitFor();
  });
});

// Without a script nothing can be told on the console: what says that exploring is not available is in the page.
for (const [why, way] of [
  ["scripts are off", { options: { javaScriptEnabled: false } }],
  ["the policy forbids scripts", { served: { headers: { "content-security-policy": "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'none'" } } }],
]) {
  for (const name of PAGES) {
    test(`${name} is of use where ${why}`, async () => {
      await withPage({ ...way, address: name }, async ({ page, site }) => {
        await page.locator(".unavailable").waitFor();
        for (const other of [".crashed", ".outdated", ".needs-server"]) await page.locator(other).waitFor({ state: "hidden" });
        assert.deepEqual(await controls(page), {});
        assert.deepEqual(page.unhandled, []);
        if (name === "index.html") await isOfUse(page, site);
      });
    });
  }
}

test("a server that does not know modules is no obstacle", async () => {
  // Old servers send what they do not know as bytes.
  const answer = answering(APP, (response) => response.writeHead(200, { "content-type": "application/octet-stream" }).end(file(APP)));
  await withPage({ served: { answer }, address: "projects.html" }, async ({ page, explorer }) => {
    await becomes(page, "ready");
    await explorer.filter.fill("魏寨");
    await explorer.showsProjects(3);
    assert.deepEqual(page.unhandled, []);
    // The browser may say that the server could do better.
    assert.deepEqual(page.complaints.filter((complaint) => !/MIME|does not serve Wasm with/.test(complaint)), []);
  });
});

test("everything works under the policy of servers, and nothing violates it", async () => {
  const headers = { "content-security-policy": STRICT };
  await withPage({ served: { headers }, address: "projects.html" }, async ({ page, explorer }) => {
    await alive(page);
    for (const [name, act] of everything) await step(name, () => act(page));
    await page.goto(page.url().replace(/[^/]*$/, "topics.html"));
    await alive(page);
    await explorer.laidOut();
    for (const format of ["csv", "svg", "png"]) {
      const button = page.locator(`#levels [data-download=${format}]`);
      const [download] = await Promise.all([page.waitForEvent("download"), take(button)]);
      assert.equal(await download.failure(), null);
    }
    await page.getByRole("link", { name: "English" }).click();
    await alive(page);
    assert.deepEqual(page.violations, []);
    assert.deepEqual(page.unhandled, []);
    assert.deepEqual(page.complaints, []);
  });
});

// A deploy while the page is open: the server has another build, and none of the files that this page would load.
for (const [lang, words] of [["", "网站已有新版本"], ["en/", "new version"]]) {
  test(`a page whose build was replaced says so, with a way to the new one: ${lang || "zh"}`, async () => {
    const newer = { isThere: false };
    const answer = (path, response) => {
      if (!newer.isThere) return false;
      if (/^(plan-explorer|dataset|later|plan-first)-/.test(path)) return answering(/./, missing)(path, response);
      if (!/\.html$/.test(path)) return false;
      // The files of a newer build have other names.
      const html = readFileSync(join(dist, path), "utf8").replaceAll(/(plan-explorer-)\w{16}/g, "$10123456789abcdef");
      response.writeHead(200, { "content-type": "text/html;charset=utf-8" }).end(html);
      return true;
    };
    const saving = (page) =>
      page.addInitScript(() => Object.defineProperty(NetworkInformation.prototype, "saveData", { get: () => true }));
    await withPage({ served: { answer }, address: `${lang}tasks.html`, prepare: saving }, async ({ page }) => {
      newer.isThere = true;
      await page.locator("#heading").click();
      await becomes(page, "outdated");
      const message = page.locator(".outdated");
      assert.match(await message.textContent(), new RegExp(words));
      await message.waitFor();
      await page.locator(".unavailable").waitFor({ state: "hidden" });
      assert.deepEqual(await controls(page), {});
      newer.isThere = false;
      await Promise.all([page.waitForEvent("load"), message.getByRole("link").click()]);
      await becomes(page, "starting");
      await page.locator("#heading").click();
      await alive(page);
      await message.waitFor({ state: "hidden" });
    });
  });
}

test("a page that is opened as a file says that it needs a server, and its links lead to files", async () => {
  for (const name of ["index.html", "en/index.html", "projects.html"]) {
    const page = await open(browser);
    await page.goto(pathToFileURL(join(dist, name)).href);
    await becomes(page, "file");
    await page.locator(".needs-server").waitFor();
    for (const other of [".crashed", ".outdated", ".unavailable"]) await page.locator(other).waitFor({ state: "hidden" });
    assert.deepEqual(await controls(page), {});
    const links = await page.locator("a[href]:visible").evaluateAll((links) => links.map((link) => link.href));
    assert.ok(links.length > 10);
    for (const href of links) {
      const path = fileURLToPath(href.replace(/[?#].*$/, ""));
      assert.match(path, /\.\w+$/, `${name}: ${href} is a file`);
      assert.ok(existsSync(path), `${name}: ${href} is there`);
    }
    await page.locator('.nav nav a[href="tasks.html"]').click();
    await page.locator("[data-test=task-row]").first().waitFor();
    await page.locator(".page-header-tools a").click();
    await page.locator("html[lang=en] [data-test=task-row], html[lang^=zh] [data-test=task-row]").first().waitFor();
    assert.deepEqual(page.complaints.filter((complaint) => !/^(error|warning): (Access to|Unsafe attempt)/.test(complaint)), [], name);
    await page.context().close();
  }
});

test("a page that is left while the app loads has not failed, and loads it when the reader comes back", async () => {
  let isHeld = true;
  const waiting = [];
  const answer = (path, response) => {
    if (!APP.test(path) || !isHeld) return false;
    waiting.push(response);
    return true;
  };
  await withPage({ served: { answer }, address: "tasks.html" }, async ({ page }) => {
    await page.waitForRequest((request) => /plan-explorer-\w+_bg\.wasm/.test(request.url())).catch(() => {});
    await page.locator('.nav nav a[href="data.html"]').click();
    await page.waitForURL(/data\.html/);
    isHeld = false;
    await page.goBack();
    await alive(page);
    assert.deepEqual(page.complaints, []);
    for (const response of waiting) response.destroy();
  });
});
