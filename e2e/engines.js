// The three engines through one client (WebDriver): Chromium, Firefox, and WebKit, which nothing else here drives. What needs more than
// WebDriver has, such as media, requests or the console, is tested with Playwright (browser.js).

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { Builder, Capabilities } from "selenium-webdriver";
import { programOf } from "./browser.js";

// How long anything on a page may take: WebKit draws without a graphics card.
const PATIENCE = 30_000;

// Each engine: what drives it, and what that is asked for.
const ENGINES = {
  chromium: () => ({
    command: process.env.CHROMEDRIVER ?? "chromedriver",
    capabilities: {
      browserName: "chrome",
      "goog:chromeOptions": { binary: programOf("chromium"), args: ["--headless=new", "--no-sandbox", "--disable-gpu"] },
    },
  }),
  firefox: () => ({
    command: "geckodriver",
    capabilities: { browserName: "firefox", "moz:firefoxOptions": { binary: programOf("firefox"), args: ["-headless"] } },
  }),
  webkit: () => ({
    command: "WebKitWebDriver",
    capabilities: { browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary: programOf("webkit"), args: ["--automation"] } },
    // It opens windows: on a screen that nobody sees. Root cannot have its sandbox.
    variables: { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", GDK_BACKEND: "x11", LIBGL_ALWAYS_SOFTWARE: "1" },
    hasWindows: true,
  }),
};

export const NAMES = Object.keys(ENGINES);

function run(command, options, { variables = {}, stdio = "ignore" } = {}) {
  const program = spawn(command, options, { stdio, env: { ...process.env, ...variables } });
  const spawned = new Promise((done, fail) => program.once("spawn", done).once("error", fail));
  return spawned.then(() => program);
}

async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

// Resolves once a server answers there.
async function answers(address) {
  for (const end = Date.now() + PATIENCE; ; ) {
    try {
      return await fetch(address);
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((again) => setTimeout(again, 50));
    }
  }
}

// Starts the engine of that name: `driver` is WebDriver's, `end` ends everything.
export async function start(name) {
  const { command, capabilities, variables = {}, hasWindows } = ENGINES[name]();
  const programs = [];
  const end = async (driver) => {
    await driver?.quit().catch(() => {});
    for (const program of programs.reverse()) program.kill();
  };
  try {
    const environment = { ...variables };
    if (hasWindows) {
      // It takes a number that is free, and writes it where it is told.
      const screen = await run("Xvfb", ["-displayfd", "1", "-screen", "0", "1280x1000x24"], { stdio: ["ignore", "pipe", "ignore"] });
      programs.push(screen);
      const [number] = await once(screen.stdout, "data");
      environment.DISPLAY = `:${String(number).trim()}`;
    }
    const port = await freePort();
    programs.push(await run(command, [`--port=${port}`], { variables: environment }));
    const address = `http://127.0.0.1:${port}`;
    await answers(`${address}/status`);
    const builder = new Builder().usingServer(address).withCapabilities(new Capabilities(capabilities));
    const driver = await builder.disableEnvironmentOverrides().build();
    return { driver, end: () => end(driver) };
  } catch (error) {
    await end();
    throw error;
  }
}

// What a reader does on a page, and waits for.
export class Reader {
  constructor(driver) {
    this.driver = driver;
  }

  // Opens the address, and waits until the app runs.
  async visit(address) {
    await this.driver.get(address);
    await this.until("the app runs", () => document.documentElement.dataset.state === "ready");
  }

  // Waits until what runs in the page is true. Where it does not become so, the error says what the page was like.
  async until(what, condition, ...values) {
    try {
      await this.driver.wait(() => this.run(condition, ...values), PATIENCE, what, 50);
    } catch (error) {
      const seen = await this.run(() => ({
        address: location.href,
        state: document.documentElement.dataset.state,
        hasFocus: document.hasFocus(),
        focus: document.activeElement?.outerHTML.slice(0, 200),
        text: document.activeElement?.value,
      })).catch(String);
      error.message += `\n${JSON.stringify(seen, null, 2)}`;
      throw error;
    }
  }

  run(act, ...values) {
    return this.driver.executeScript(`return (${act})(...arguments)`, ...values);
  }

  // Presses keys, one after the other, where the focus is.
  async press(...keys) {
    await this.driver.actions().sendKeys(...keys).perform();
  }

  // Clicks what the selector finds first.
  async click(selector) {
    const element = await this.find(selector);
    await this.run((element) => element.scrollIntoView({ block: "center" }), element);
    await element.click();
  }

  async find(selector) {
    await this.until(selector, (selector) => Boolean(document.querySelector(selector)), selector);
    return this.driver.findElement({ css: selector });
  }

  // Presses Tab until the focus is on what the selector finds: at most so many times as a page has controls.
  async tabTo(selector, key) {
    for (let count = 0; count < 300; count += 1) {
      await this.press(key);
      if (await this.run((selector) => document.activeElement.matches(selector), selector)) return;
    }
    throw new Error(`Tab does not lead to ${selector}`);
  }
}
