// The explorer within a page of others, in the words of the tests.

import { alive, open } from "./browser.js";
import { ExplorerPage } from "./page.js";

// Opens the page of hosts/ around the page `shown` of the explorer (“projects.html?q=x”), and waits until the app runs in it.
export async function hosted(browser, portal, host, shown, { width = 1280, isAlive = true, attributes, ...options } = {}) {
  const page = await open(browser, { width, ...options });
  await page.goto(portal.at(host, shown, attributes));
  const element = await page.locator("iframe").elementHandle();
  const frame = await element.contentFrame();
  await frame.locator("html[data-state]").waitFor({ state: "attached" });
  if (isAlive) await alive(frame);
  return new HostedPage(page, frame);
}

export class HostedPage {
  constructor(page, frame) {
    this.page = page;
    this.frame = frame;
    this.explorer = new ExplorerPage(frame);
  }

  // Waits until the frame is as high as what is in it, and nothing in it scrolls.
  async fits() {
    await this.frame.waitForFunction(() => {
      const root = document.documentElement;
      const room = innerHeight - root.getBoundingClientRect().height;
      const scrolls = root.scrollHeight > innerHeight || root.scrollWidth > innerWidth;
      const inner = [...document.querySelectorAll("body *")].some((element) => {
        const { overflowY } = getComputedStyle(element);
        return /auto|scroll/.test(overflowY) && element.scrollHeight > element.clientHeight + 1 && element.clientHeight > 1;
      });
      return room >= 0 && room < 2 && !scrolls && !inner;
    });
  }

  // The same at each of these widths of the page around; the last stays.
  async fitsAtAll(widths) {
    for (const width of widths) {
      await this.page.setViewportSize({ width, height: 800 });
      await this.fits();
    }
  }

  // What the frame has told the page around, where that keeps it (hosts/fixed.html).
  told(type) {
    return this.page.evaluate((type) => window.told.filter((message) => message?.type === type), type);
  }

  // Waits until the page around was told so.
  async hears(type, members = {}) {
    await this.page.waitForFunction(
      ([type, members]) =>
        window.told.some(
          (message) => message?.type === type && Object.entries(members).every(([name, value]) => message[name] === value),
        ),
      [type, members],
    );
  }

  // Waits until the address of the frame is that page of the site with that query.
  async shows(address) {
    await this.frame.waitForFunction((address) => location.href === address, address);
  }

  // Waits until nothing has happened for some frames: what would be told has been.
  async settled() {
    await this.frame.evaluate(
      () =>
        new Promise((done) => {
          let frames = 30;
          const next = () => (frames-- ? requestAnimationFrame(next) : done());
          next();
        }),
    );
  }

  // The heights that the page around was told, first to last.
  async heights() {
    return (await this.told("plan-explorer-height")).map(({ height }) => height);
  }

  // Sends the frame a message, as the page around.
  async send(message) {
    await this.page.evaluate((message) => document.querySelector("iframe").contentWindow.postMessage(message, "*"), message);
  }

  // Does something that opens a page of its own, and gives its address.
  async opens(act) {
    const [opened] = await Promise.all([this.page.context().waitForEvent("page"), act()]);
    await opened.waitForURL(/^http/);
    const address = opened.url();
    await opened.close();
    return address;
  }

  async close() {
    await this.page.context().close();
  }
}

