// The browsers that the tests drive, and pages that remember what went wrong in them.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { chromium, firefox } from "playwright-core";

// By their names: how each is started.
const LAUNCH = {
  chromium: (executablePath) =>
    chromium.launch({
      executablePath,
      args: [
        // Root, as in containers, has no other way.
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    }),
  // The channel has Playwright speak WebDriver BiDi, which a Firefox as it is published understands; without it Playwright
  // wants a Firefox of its own making. What it leaves out silently: phones, touch, colour schemes and other media, pages without
  // scripts, downloads, and CDP.
  firefox: (executablePath) => firefox.launch({ executablePath, channel: "moz-firefox" }),
};

export const BROWSERS = Object.keys(LAUNCH);

// Starts "chromium" or "firefox"; script/chromium and script/firefox say which program that is.
export function launch(name = "chromium") {
  const find = fileURLToPath(new URL(`../script/${name}`, import.meta.url));
  return LAUNCH[name](execFileSync(find, { encoding: "utf8" }).trim());
}

// What browsers say of a request that a reload, or leaving, ended.
const ABORTED = ["net::ERR_ABORTED", "NS_BINDING_ABORTED"];

// A page of that size; `page.requests` and `page.complaints` hold every request and every console message.
export async function open(browser, { width = 1280, height = 800, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, ...options });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  page.requests = [];
  page.complaints = [];
  if (browser.browserType().name() === "firefox") await page.addInitScript(tellViolations);
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

// Goes to the address and waits until the page has come to life: all of it, as it does when the reader first does
// something, unless `all` is false.
export async function visit(page, address, { all = true } = {}) {
  await page.goto(address);
  await alive(page, { all });
}

// Waits until the page, or the frame, has come to life.
export async function alive(page, { all = true } = {}) {
  await page.locator("html[data-state=ready]").waitFor({ state: "attached" });
  if (all) {
    await page.mouse.move(1, 1);
    await page.locator("html[data-more=ready]").waitFor({ state: "attached" });
  }
}
