// What everybody does, in every browser: the release build comes alive and answers, by itself and in a page of another site.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { alive, BROWSERS, launch, open, visit } from "./browser.js";
import { ExplorerPage, hasCount } from "./page.js";
import { serveAt } from "./site.js";
import { after, before, describe, test } from "./testing.js";

for (const name of BROWSERS) {
  describe(name, () => {
    let site;
    let portal;
    let browser;

    before(async () => {
      site = await serveAt("/a/b/");
      // Another port is another origin.
      portal = await serveAt("/portal/", {
        pages: {
          // As docs/publish.*.md has people paste it, with the address of this page.
          "/pasted.html": readFileSync(new URL("../docs/portal.html", import.meta.url), "utf8")
            .replaceAll("https://www.example.gov.cn/plan/", site.at())
            .replace("</title>", '</title><link rel="icon" href="data:,">'),
          "/strict.html": `<!doctype html><html lang="en"><meta http-equiv="Content-Security-Policy" content="img-src 'none'">
            <title>Strict</title><img alt="" src="refused.png" onerror="document.title = 'refused'">`,
          "/portal.html": `<!doctype html><html lang="en"><title>Portal</title><link rel="icon" href="data:,">
            <iframe title="plan" src="${site.at("projects.html?embed=1")}" style="width:360px;height:600px;border:0"></iframe>`,
        },
      });
      browser = await launch(name);
    });

    after(async () => {
      await browser?.close();
      await portal?.close();
      await site?.close();
    });

    // Runs `body` with a page at the address, and expects that nothing left the origin and nothing was complained of.
    function onPage(what, { path = "", ...options }, body) {
      test(what, async () => {
        const page = await open(browser, options);
        await visit(page, site.at(path));
        await body(new ExplorerPage(page), page);
        assert.deepEqual(page.requests.filter((address) => !address.startsWith(site.at())), []);
        assert.deepEqual(page.complaints, []);
        await page.context().close();
      });
    }

    for (const [folder, lang, title] of [["", "zh-CN", /卫东区/], ["en/", "en", /Weidong District/]]) {
      for (const file of ["", "projects.html", "indicators.html", "tasks.html", "topics.html", "data.html"]) {
        onPage(`the page comes to life: ${folder}${file || "index.html"}`, { path: folder + file }, async (explorer, page) => {
          assert.equal(await page.evaluate(() => document.documentElement.lang), lang);
          assert.match(await page.title(), title);
          await explorer.laidOut();
          // One page, with one heading, whose link says that this is it.
          await hasCount(page.locator("#app"), 1);
          await hasCount(page.locator("h1"), 1);
          assert.equal(await explorer.nav.locator("[aria-current=page]").getAttribute("href"), `${file || "index.html"}`);
          if (file === "projects.html") await hasCount(explorer.projects, 82);
        });

        onPage(`nothing is wider than 320 px: ${folder}${file || "index.html"}`, { path: folder + file, width: 320 }, async (explorer) => {
          await explorer.laidOut();
          assert.equal(await explorer.overflows(), false);
        });
      }
    }

    onPage("links lead from page to page, and back, without a request", {}, async (explorer, page) => {
      const before = page.requests.length;
      await explorer.nav.locator('a[href="tasks.html"]').click();
      await page.locator("[data-test=task-area]").first().waitFor();
      assert.equal(await page.evaluate(() => location.pathname), "/a/b/tasks.html");
      await page.goBack();
      await page.locator(".tiles").waitFor();
      assert.equal(await page.evaluate(() => location.pathname), "/a/b/");
      // Chromium looks at the icon again at every address.
      assert.deepEqual(page.requests.slice(before).filter((address) => !address.includes("/icons/")), []);
    });

    onPage("the filter narrows the list and writes the address", { path: "projects.html" }, async (explorer, page) => {
      await explorer.filter.fill("魏寨");
      await explorer.showsProjects(3);
      await explorer.addressSays("?q=%E9%AD%8F%E5%AF%A8&v=3");
      await page.reload();
      await alive(page);
      await explorer.showsProjects(3);
      assert.equal(await explorer.filter.inputValue(), "魏寨");
    });

    onPage("the search finds, and Enter opens what it found", { path: "en/" }, async (explorer, page) => {
      await explorer.search.fill("pm2.5");
      await explorer.options.filter({ hasText: "PM2.5" }).first().waitFor();
      await page.keyboard.press("Enter");
      await explorer.addressSays("?item=pm25&v=3");
      assert.equal(await page.evaluate(() => location.pathname), "/a/b/en/indicators.html");
      await page.locator("#indicator-detail").getByRole("heading", { name: /PM2\.5/ }).waitFor();
    });

    onPage("what the address names is open, and closing it takes it out of the address", { path: "indicators.html?item=pm25&v=3" }, async (_, page) => {
      const detail = page.locator("#indicator-detail");
      await detail.getByRole("heading", { name: /PM2\.5/ }).waitFor();
      await page.locator("[data-test=detail-close]").first().click();
      await page.waitForFunction(() => !location.search.includes("item="));
    });

    onPage("a link of an earlier version leads to its page", { path: "?view=projects&item=p08&v=2" }, async (explorer, page) => {
      await page.locator("[data-test=detail]:visible").waitFor();
      await explorer.addressSays("?item=p08&v=3");
      assert.equal(await page.evaluate(() => location.pathname), "/a/b/projects.html");
    });

    onPage("arrow keys lead through a chart, and each mark is spoken", { path: "topics.html" }, async (explorer, page) => {
      await explorer.laidOut();
      const { svg, tooltip } = explorer.figure("investment");
      await svg.focus();
      await explorer.speaks("investment", "99.7亿元");
      await page.keyboard.press("End");
      await explorer.speaks("investment", "121.7亿元");
      await page.keyboard.press("Escape");
      await tooltip.waitFor({ state: "detached" });
    });

    // Without it the tests above would find no complaint where there is one.
    test("what goes wrong is heard of", async () => {
      const page = await open(browser);
      await page.goto(`${portal.origin}/strict.html`);
      await page.waitForFunction(() => document.title === "refused");
      await page.evaluate(() => console.error("said"));
      await page.evaluate(() => fetch("/portal/nothing"));
      for (const part of [/img-src/, /said/, /404: .*nothing/]) {
        assert.ok(page.complaints.some((complaint) => part.test(complaint)), `${part}: ${page.complaints.join("\n")}`);
      }
      await page.context().close();
    });

    test("what people paste into a portal shows it, with and without a script", async () => {
      const page = await open(browser);
      await page.goto(`${portal.origin}/pasted.html`);
      const [plain, fitted] = [page.locator("iframe").nth(0), page.locator("[data-plan-explorer] iframe")];
      assert.equal((await plain.boundingBox()).height, 600);
      await plain.contentFrame().locator("html[data-state=ready]").waitFor({ state: "attached" });
      // The second loads when it comes into sight, and then gets as high as what is in it.
      await fitted.scrollIntoViewIfNeeded();
      await fitted.contentFrame().locator("html[data-state=ready]").waitFor({ state: "attached" });
      await page.waitForFunction(() => document.querySelector("[data-plan-explorer] iframe").clientHeight > 1200);
      // What only readers without scripts need has gone.
      await hasCount(page.locator("[data-plan-explorer] > a"), 0);
      // Chromium on Linux has nothing to share with, and says so.
      assert.deepEqual(page.complaints.filter((complaint) => !complaint.includes("'web-share'")), []);
      await page.context().close();
    });

    test("in a page of another origin it comes alive, filters and opens", async () => {
      const page = await open(browser);
      await page.goto(`${portal.origin}/portal.html`);
      const frame = page.frameLocator("iframe");
      await frame.locator("html[data-state=ready]").waitFor({ state: "attached" });
      await frame.locator("[data-test=project-filter]").fill("魏寨");
      const rows = frame.locator("[data-test=project-row]");
      await rows.nth(2).waitFor();
      await frame.locator("#project-count").getByText("符合条件3个，共82个").waitFor();
      await hasCount(rows, 3);
      await rows.first().locator("[data-item]").first().click();
      await frame.locator("[data-test=detail]:visible").waitFor();
      // The portal stays where it was.
      assert.equal(page.url(), `${portal.origin}/portal.html`);
      const elsewhere = page.requests.filter((address) => !address.startsWith(site.at()) && !address.startsWith(portal.origin));
      assert.deepEqual(elsewhere.filter((address) => !address.startsWith("data:")), []);
      assert.deepEqual(page.complaints, []);
      await page.context().close();
    });
  });
}
