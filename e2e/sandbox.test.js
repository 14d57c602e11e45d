// In a frame that may do next to nothing everything works that can, and the rest says so: no origin of its own, no storage, no
// downloads, no windows, no clipboard.

import assert from "node:assert/strict";
import { BROWSERS, launch } from "./browser.js";
import { hosted } from "./frame.js";
import { hasCount, take } from "./page.js";
import { portalAround } from "./portal.js";
import { serveAt } from "./site.js";
import { after, before, describe, test } from "./testing.js";

// The modules are asked for from no origin: the server must let everybody have them, as the configurations in dist/server/ do.
const OPEN = { "access-control-allow-origin": "*" };

const SANDBOX = 'sandbox="allow-scripts"';

for (const name of BROWSERS) {
  describe(name, () => {
    let site;
    let portal;
    let browser;

    before(async () => {
      site = await serveAt("/a/b/", { headers: OPEN });
      portal = await portalAround(site.at());
      browser = await launch(name);
    });

    after(async () => {
      await browser?.close();
      await portal?.close();
      await site?.close();
    });

    const sandboxed = (what, shown, body) =>
      test(what, async () => {
        const page = await hosted(browser, portal, "fixed", shown, { attributes: SANDBOX });
        await body(page);
        assert.deepEqual(page.page.complaints.filter((complaint) => complaint.startsWith("error: ") && !/sandbox|permissions policy/i.test(complaint)), []);
        await page.close();
      });

    sandboxed("the page explores as elsewhere and tells its height", "projects.html", async ({ frame, explorer, ...page }) => {
      assert.equal(await frame.evaluate(() => window.origin), "null");
      await explorer.filter.fill("魏寨");
      await explorer.showsProjects(3);
      await explorer.projects.first().locator("a").first().click();
      await frame.locator(".detail.open").waitFor();
      const heights = await page.page.evaluate(() => window.told.filter((message) => message?.type === "plan-explorer-height"));
      assert.ok(heights.length > 0);
    });

    sandboxed("what cannot be saved is shown to be kept by hand", "topics.html?item=levels&alone=1&v=3", async ({ frame, explorer }) => {
      await explorer.laidOut();
      await take(frame.locator("#levels [data-download=png]"));
      const picture = frame.locator("#levels [data-test=keep] img");
      await picture.waitFor();
      assert.ok(await picture.evaluate((image) => image.decode().then(() => image.naturalWidth > 500 && image.alt.length > 3)));
      await take(frame.locator("#levels [data-download=csv]"));
      const text = frame.locator("#levels [data-test=keep] textarea");
      await text.waitFor();
      assert.match(await text.inputValue(), /^\uFEFF?指标名称,/);
      await hasCount(picture, 0);
      // Where the clipboard is refused the text is selected, and it is said. Firefox lets every frame write to it.
      await frame.locator("#levels .keep-copy button").click();
      const told = frame.locator("#levels .keep-copy [role=status]:not(:empty)");
      await told.waitFor();
      if (name === "chromium") {
        assert.match(await told.textContent(), /请手动复制/);
        assert.ok(await text.evaluate((field) => document.activeElement === field && field.selectionEnd === field.value.length));
      }
      assert.match(await frame.locator("#levels [data-test=keep] a").getAttribute("href"), /^data\/charts\/levels-zh\.csv$/);
    });

    sandboxed("a page of its own that cannot be opened is a link to copy", "projects.html?item=p08&v=3", async ({ frame, page }) => {
      const other = frame.locator(".detail.open a[href*=place]").first();
      await other.waitFor();
      // A place is within the list; a section is not.
      await frame.evaluate(() => {
        const link = document.createElement("a");
        link.href = "indicators.html?item=pm25&v=3";
        link.id = "outward";
        link.textContent = "pm25";
        document.querySelector(".detail.open").append(link);
      });
      await frame.locator("#outward").click();
      const field = frame.locator("#blocked-link");
      await field.waitFor();
      assert.equal(await field.inputValue(), site.at("indicators.html?item=pm25&v=3"));
      assert.equal(await field.evaluate((field) => document.activeElement === field), true);
      assert.equal(page.context().pages().length, 1);
      await frame.locator(".notices button").click();
      await field.waitFor({ state: "detached" });
      // Also the link to the whole page, which the app does not follow by itself.
      await frame.locator(".embedded a").click();
      await field.waitFor();
      assert.equal(await field.inputValue(), site.at("projects.html?item=p08&v=3"));
      assert.match(await frame.evaluate(() => location.search), /embed=1/);
    });

    sandboxed("a portal's link of an earlier version leads to its page", "?item=p08&v=2", async ({ frame }) => {
      await frame.locator("#project-detail").waitFor();
      assert.equal(await frame.evaluate(() => location.pathname), "/a/b/projects.html");
      await hasCount(frame.locator("html[data-alone]"), 1);
    });

    sandboxed("a link that is to be sent is copied, or shown where the clipboard is refused", "projects.html?item=p08&v=3", async ({ frame }) => {
      await frame.locator(".detail.open [data-test=share]").click();
      if (name === "firefox") {
        await frame.locator(".detail.open .share-told", { hasText: "已复制" }).waitFor();
        return;
      }
      const field = frame.locator(".detail.open .link-to-copy");
      await field.waitFor();
      assert.equal(await field.inputValue(), site.at("projects.html?item=p08&v=3"));
    });
  });
}

test("a server that lets nobody else have the modules leaves a page that says so, and fits", async () => {
  const site = await serveAt("/a/b/");
  const portal = await portalAround(site.at());
  const browser = await launch();
  const page = await hosted(browser, portal, "fixed", "projects.html", { attributes: SANDBOX, isAlive: false });
  await page.frame.locator("html[data-state=failed]").waitFor({ state: "attached" });
  await page.frame.locator(".unavailable").waitFor();
  await hasCount(page.frame.locator("[data-test=project-row]"), 82);
  await page.page.waitForFunction(() => window.told.some((message) => message?.type === "plan-explorer-height"));
  await browser.close();
  await portal.close();
  await site.close();
});

test("strict policies of the site and of the portal let it be", async () => {
  const PERMISSIONS = "accelerometer=(), camera=(), clipboard-read=(), clipboard-write=(), geolocation=(), microphone=(), web-share=()";
  let portal;
  const site = await serveAt("/a/b/", {
    headers: {
      get "content-security-policy"() {
        return `frame-ancestors ${portal?.origin ?? "'none'"}`;
      },
      "permissions-policy": PERMISSIONS,
    },
  });
  portal = await portalAround(site.at(), { headers: { "permissions-policy": PERMISSIONS } });
  const other = await portalAround(site.at());
  const browser = await launch();
  const page = await hosted(browser, portal, "fixed", "projects.html?item=p08&v=3");
  await page.frame.locator(".detail.open [data-test=share]").click();
  await page.frame.locator(".detail.open .link-to-copy").waitFor();
  await page.close();
  // A portal that is not named gets nothing.
  const refused = await browser.newPage();
  await refused.goto(other.at("fixed", "projects.html"));
  const frame = await (await refused.locator("iframe").elementHandle()).contentFrame();
  await frame.waitForFunction(() => document.readyState === "complete");
  await hasCount(frame.locator("[data-test=project-row]"), 0);
  await browser.close();
  await other.close();
  await portal.close();
  await site.close();
});
