// The browsers that the tests drive, and pages that remember what went wrong in them.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { chromium, firefox } from "playwright-core";
import { later } from "./late.js";

const ARGUMENTS = [
  // Root, as in containers, has no other way.
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

// By their names: how each is started.
const LAUNCH = {
  // With further arguments, or without some of those that Playwright gives it.
  chromium: ({ args = [], without = [] }) =>
    chromium.launch({ executablePath: programOf("chromium"), args: [...ARGUMENTS, ...args], ignoreDefaultArgs: without }),
  // The channel has Playwright speak WebDriver BiDi, which a Firefox as it is published understands; without it Playwright
  // wants a Firefox of its own making. What it leaves out silently: phones, touch, colour schemes and other media, pages without
  // scripts, downloads, and CDP.
  firefox: () => firefox.launch({ executablePath: programOf("firefox"), channel: "moz-firefox" }),
};

export const BROWSERS = Object.keys(LAUNCH);

// Starts "chromium" or "firefox"; script/chromium and script/firefox say which program that is.
export function launch(name = "chromium", options = {}) {
  return LAUNCH[name](options);
}

// The path of that browser: script/chromium, script/firefox and script/webkit say which program it is.
export function programOf(name) {
  const find = fileURLToPath(new URL(`../script/${name}`, import.meta.url));
  return execFileSync(find, { encoding: "utf8" }).trim();
}

// A page of a browser that is somebody’s own, with a folder for what it keeps, as only those install pages. Closing its context
// ends the browser.
export async function openOwn(folder) {
  const context = await chromium.launchPersistentContext(folder, { executablePath: programOf("chromium"), args: ARGUMENTS });
  context.setDefaultTimeout(10_000);
  return watched(await context.newPage());
}

// What browsers say of a request that a reload, or leaving, ended.
const ABORTED = ["net::ERR_ABORTED", "NS_BINDING_ABORTED"];

// A page of that size; `page.requests` and `page.complaints` hold every request and every console message. It has no workers: the
// site’s asks for every file once the page is there, which is nothing that a test of the page counts. Tests of the worker have
// `serviceWorkers: "allow"`. (Playwright’s own "block" refuses, and says so in the console.)
export async function open(browser, { width = 1280, height = 800, serviceWorkers = "none", ...options } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, ...options });
  context.setDefaultTimeout(10_000);
  await later(context);
  if (serviceWorkers === "none") await context.addInitScript(() => delete Navigator.prototype.serviceWorker);
  const page = watched(await context.newPage());
  if (browser.browserType().name() === "firefox") await page.addInitScript(tellViolations);
  return page;
}

function watched(page) {
  page.requests = [];
  page.complaints = [];
  page.on("request", (request) => page.requests.push(request.url()));
  page.on("console", (message) => page.complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => page.complaints.push(`error: ${error.message}`));
  page.on("requestfailed", (request) => {
    const { errorText } = request.failure();
    if (!ABORTED.includes(errorText)) page.complaints.push(`${errorText}: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) page.complaints.push(`${response.status()}: ${response.url()}`);
  });
  return page;
}

// Runs in the page: what a policy refuses is in Chromium's console by itself, and in Firefox's only for people.
function tellViolations() {
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    console.error(`refused by ${violatedDirective}: ${blockedURI}`),
  );
}

// Goes to the address and waits until the app runs.
export async function visit(page, address) {
  await page.goto(address);
  await alive(page);
}

// Waits until what is there now has been painted.
export const painted = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));

// Waits until the app runs in the page, or the frame: it loads when the browser is idle.
export async function alive(page) {
  await page.locator("html[data-state=ready]").waitFor({ state: "attached" });
}
