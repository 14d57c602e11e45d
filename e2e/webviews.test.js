// Browsers within WeChat and other apps, as far as they can be told: by what they call themselves, and by what they have not.

import assert from "node:assert/strict";
import { launch, open, visit } from "./browser.js";
import { ExplorerPage, take } from "./page.js";
import { serveAt } from "./site.js";
import { after, before, test } from "./testing.js";

const WECHAT =
  "Mozilla/5.0 (Linux; Android 14; PJA110 Build/UKQ1; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0 " +
  "XWEB/1260 MMWEBSDK/20240404 Mobile Safari/537.36 MicroMessenger/8.0.49.2600 WeChat/arm64 Language/zh_CN";
const APP = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148";

let site;
let browser;

before(async () => {
  site = await serveAt("/a/b/");
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await site?.close();
});

async function onPage({ path = "", prepare, ...options }, body) {
  const page = await open(browser, { width: 390, height: 800, ...options });
  page.downloads = 0;
  page.on("download", () => (page.downloads += 1));
  if (prepare) await page.addInitScript(prepare);
  await visit(page, site.at(path));
  await body(page, new ExplorerPage(page));
  assert.deepEqual(page.complaints, []);
  await page.context().close();
}

for (const [app, userAgent] of [["WeChat", WECHAT], ["another app", APP]]) {
  test(`in ${app} a chart is a picture to press on`, () =>
    onPage({ userAgent, path: "topics.html" }, async (page, explorer) => {
      await explorer.laidOut();
      for (const what of ["png", "svg"]) {
        await take(page.locator(`#levels [data-download=${what}]`));
        const picture = page.locator("#levels [data-test=keep] img");
        await picture.waitFor();
        assert.match(await picture.getAttribute("src"), /^data:image\/png;base64,/);
        assert.ok(await picture.evaluate((image) => image.decode().then(() => image.naturalWidth > image.clientWidth)));
        assert.match(await picture.getAttribute("alt"), /^图片：/);
      }
      assert.equal(await page.locator("#levels [data-test=keep] a").getAttribute("href"), "data/charts/levels-zh.svg");
      assert.equal(await explorer.overflows(), false);
      assert.equal(page.downloads, 0);
    }));

  test(`in ${app} a table is a text to copy, with what was filtered`, () =>
    onPage({ userAgent, path: "projects.html", permissions: ["clipboard-read", "clipboard-write"] }, async (page, explorer) => {
      await explorer.filter.fill("魏寨");
      await explorer.showsProjects(3);
      await take(page.locator("#project-list [data-download=csv]"));
      const keep = page.locator("#project-list [data-test=keep]");
      const text = await keep.locator("textarea").inputValue();
      assert.equal(text.split("\n").filter((line) => line.includes("魏寨")).length >= 3, true, text);
      await keep.locator("button").click();
      await keep.locator("[role=status]", { hasText: "已复制" }).waitFor();
      const lines = (text) => text.replace("\uFEFF", "").trim().split(/\r?\n/);
      assert.deepEqual(lines(await page.evaluate(() => navigator.clipboard.readText())), lines(text));
      assert.equal(await keep.locator("a").getAttribute("href"), "data/projects-zh.csv");
      // It is of what was filtered then.
      await explorer.filter.fill("");
      await explorer.showsProjects(82);
      await keep.waitFor({ state: "detached" });
      assert.equal(page.downloads, 0);
    }));
}

test("in WeChat sharing is by its menu, which is explained, with the link", () =>
  onPage({ userAgent: WECHAT, path: "projects.html?q=%E9%AD%8F%E5%AF%A8&v=3" }, async (page) => {
    await page.locator(".page-header [data-test=share]").click();
    const told = page.locator(".page-header .share-told");
    await told.getByText("右上角的“…”").waitFor();
    assert.equal(await told.locator("input").inputValue(), site.at("projects.html?q=%E9%AD%8F%E5%AF%A8&v=3"));
    const box = await told.boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= 390);
  }));

test("the same in English", () =>
  onPage({ userAgent: WECHAT, path: "en/topics.html" }, async (page) => {
    await page.locator(".page-header [data-test=share]").click();
    await page.locator(".page-header .share-told").getByText("at the top right").waitFor();
    await take(page.locator("#levels [data-download=csv]"));
    assert.equal(await page.locator("#levels [data-test=keep] a").getAttribute("href"), "../data/charts/levels-en.csv");
  }));

test("a browser without addresses of blobs shows what cannot be saved", () =>
  onPage({ path: "topics.html", prepare: () => delete URL.createObjectURL }, async (page, explorer) => {
    await explorer.laidOut();
    await take(page.locator("#levels [data-download=png]"));
    await page.locator("#levels [data-test=keep] img").waitFor();
    await explorer.nav.locator('a[href="indicators.html"]').click();
    await take(page.locator(".indicators-page .downloads [data-download=csv]").first());
    await page.locator(".indicators-page [data-test=keep] textarea").waitFor();
  }));

test("so does one that fails to make a file", () =>
  onPage(
    {
      path: "topics.html",
      prepare: () => {
        URL.createObjectURL = () => {
          throw new Error("refused");
        };
      },
    },
    async (page, explorer) => {
      await explorer.laidOut();
      for (const what of ["png", "svg"]) {
        await take(page.locator(`#levels [data-download=${what}]`));
        await page.locator("#levels [data-test=keep] img").waitFor();
        await page.locator("#levels [role=status]", { hasText: "请长按图片" }).waitFor();
        await take(page.locator("#levels [data-download=csv]"));
        await page.locator("#levels [data-test=keep] textarea").waitFor();
        await page.locator("#levels [role=status]", { hasText: "请全选文字后复制" }).waitFor();
      }
    },
  ));

test("a browser that makes no pictures says so", () =>
  onPage(
    { userAgent: WECHAT, path: "topics.html", prepare: () => (HTMLCanvasElement.prototype.getContext = () => null) },
    async (page, explorer) => {
      await explorer.laidOut();
      await take(page.locator("#levels [data-download=png]"));
      await page.locator("#levels .download-failed", { hasText: "截图" }).waitFor();
    },
  ));
