// Attacks on pages of the build, by injected elements and by a script beside them (attacks.js). None works if the server sends the
// policy, nor if only the page has it. All work without a policy, which shows that the tests can fail.

import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { ADDRESSES, MARKUP, attack, rebooted, remember } from "./attacks.js";
import { BROWSERS, alive, launch, open } from "./browser.js";
import { bootOf, hashesOf, inlineOf, policyOfPage, policyOfServers, sourcesOf, stylesOfDrawing, withoutPolicy } from "./policy.js";
import { dist, PAGE_FILES, serveAt } from "./site.js";
import { after, before, test } from "./testing.js";

const browsers = {};

before(async () => {
  for (const name of BROWSERS) browsers[name] = await launch(name);
});

after(async () => {
  for (const browser of Object.values(browsers)) await browser.close();
});

// Another origin. It records what it was asked for; its answers are empty.
async function elsewhere() {
  const asked = new Set();
  const name = (request) => decodeURIComponent(request.url.slice(1));
  const server = createServer((request, response) => {
    asked.add(name(request).replace(/\?$/, ""));
    response.writeHead(200, { "content-type": "text/javascript", "access-control-allow-origin": "*" }).end();
  });
  server.on("upgrade", (request, socket) => {
    asked.add(name(request));
    socket.destroy();
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    asked,
    next: () => once(server, "request", { signal: AbortSignal.timeout(10_000) }),
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const read = (path) => readFileSync(join(dist, path), "utf8");

// Calls `body` with a page of the build in which `markup` was injected, another origin (`ELSEWHERE` in the markup), and the violations
// and deeds recorded in the page.
async function hostile(browser, { path = "index.html", query = "", change, headers = {}, markup }, body) {
  const other = await elsewhere();
  const html = change(read(path))
    .replace(/<meta charset="utf-8" \/>(<meta http-equiv[^>]*>)?/, '$&<script src="remember.js"></script>')
    .replace("</body>", () => `${markup.replaceAll("ELSEWHERE", other.origin)}</body>`);
  const files = {
    [path]: ["text/html;charset=utf-8", html],
    "remember.js": ["text/javascript", `(${remember})()`],
    "attack.js": ["text/javascript", `window.attack = ${attack}`],
  };
  const answer = (path, response) => {
    if (!files[path]) return false;
    response.writeHead(200, { "content-type": files[path][0] }).end(files[path][1]);
    return true;
  };
  const site = await serveAt("/a/b/", { headers, answer });
  const page = await open(browser);
  try {
    await page.goto(site.at(path + query));
    return await body({ page, other, site });
  } finally {
    await page.context().close();
    await site.close();
    other.close();
  }
}

// Runs all attacks of `MARKUP` and `attack`. Returns the names of all, of those that have worked, and the violations. With `isFree`
// all are expected to work: waits until the other origin was asked for each.
function attacked(browser, { isFree = false, ...options }) {
  const markup = Object.entries(MARKUP).map(([name, element]) => element.replaceAll("NAME", name)).join("\n");
  return hostile(browser, { ...options, markup }, async ({ page, other, site }) => {
    // The app starts in spite of the attacks.
    await alive(page);
    await page.addScriptTag({ url: site.at("attack.js") });
    const tried = await page.evaluate((origin) => window.attack(origin), other.origin);
    const { done, forbidden } = await page.evaluate(() => ({ done: window.done, forbidden: window.forbidden }));
    const all = [...Object.keys(MARKUP), ...tried];
    const worked = () => all.filter((name) => done.includes(name) || other.asked.has(name));
    while (isFree && worked().length < all.length) {
      if (!(await other.next().catch(() => false))) break;
    }
    return { all, forbidden, worked: worked() };
  });
}

// Injects the boot script with other addresses. Returns which of `ADDRESSES` the other origin was asked for, once the browser has
// asked for or refused each.
function misled(browser, options) {
  const markup = rebooted(bootOf(read("index.html")).content);
  // In a frame, or if the address says so, the boot script loads everything at once.
  return hostile(browser, { ...options, query: "?embed=1", markup }, async ({ page, other }) => {
    const isAsked = (name) => other.asked.has(`boot-${name}`);
    const refused = (name) => page.waitForFunction((end) => window.forbidden.some(([, address]) => address.endsWith(end)), `/boot-${name}`);
    const asked = async (name) => {
      while (!isAsked(name)) await other.next();
    };
    await Promise.all(ADDRESSES.map((name) => Promise.any([refused(name), asked(name)])));
    return ADDRESSES.filter(isAsked);
  });
}

// Only in Chromium: in Firefox, Playwright takes what is embedded for a navigation of the page, and waits for it.
test("without a policy, every attack works", async () => {
  const { all, worked, forbidden } = await attacked(browsers.chromium, { change: withoutPolicy, isFree: true });
  assert.deepEqual(forbidden, []);
  assert.ok(all.length > 40);
  assert.deepEqual(all.filter((name) => !worked.includes(name)), []);
  assert.deepEqual(await misled(browsers.chromium, { change: withoutPolicy }), ADDRESSES);
});

const BY_SERVER = { change: withoutPolicy, headers: { "content-security-policy": policyOfServers() } };
const BY_PAGE = { change: (html) => html };

for (const name of BROWSERS) {
  for (const [who, options] of [
    ["the server sends it", BY_SERVER],
    ["the page has it", BY_PAGE],
    ["the page has it, projects.html", { ...BY_PAGE, path: "projects.html" }],
  ]) {
    test(`with the policy, no attack works: ${who}, ${name}`, async () => {
      const { worked, forbidden } = await attacked(browsers[name], options);
      assert.deepEqual(worked, []);
      const directives = new Set(forbidden.map(([directive]) => directive));
      for (const directive of [
        "script-src-elem",
        "script-src-attr",
        "script-src",
        "style-src-elem",
        "style-src-attr",
        "img-src",
        "font-src",
        "media-src",
        "object-src",
        "connect-src",
        "frame-src",
        "worker-src",
        "base-uri",
        "form-action",
      ]) {
        assert.ok(directives.has(directive), `${directive} has forbidden something: ${[...directives]}`);
      }
    });
  }

  test(`with the policy, the page's own boot script loads nothing from another origin: ${name}`, async () => {
    for (const options of [BY_SERVER, BY_PAGE]) assert.deepEqual(await misled(browsers[name], options), []);
  });
}

test("the policy allows exactly the scripts and styles inside the pages, by their hashes, and those of drawings", () => {
  const servers = policyOfServers();
  const inline = PAGE_FILES.map((path) => inlineOf(read(path)));
  const union = (hashes) => [...new Set(hashes)].sort();
  for (const [at, { scripts, styles }] of inline.entries()) {
    assert.deepEqual([scripts.length, styles.length], [1, 1], `${PAGE_FILES[at]}: one script, one style`);
  }
  assert.deepEqual(hashesOf(servers, "script-src"), union(inline.flatMap(({ scripts }) => scripts)));
  const charts = readdirSync(join(dist, "data/charts")).filter((name) => name.endsWith(".svg"));
  const drawings = charts.flatMap((name) => stylesOfDrawing(read(`data/charts/${name}`)));
  assert.ok(drawings.length > 0, "drawings have styles");
  // The pages of a reader's own report have styles of their own.
  const own = ["own.html", "en/own.html"].map((path) => inlineOf(read(path)));
  for (const { styles } of own) assert.equal(styles.length, 2);
  const pages = [...inline, ...own].flatMap(({ styles }) => styles);
  assert.deepEqual(hashesOf(servers, "style-src"), union([...pages, ...drawings]));
  // The policy of pages is that of servers, without drawings, which are documents of their own, and without frames, which only a
  // header can decide about.
  const expected = servers
    .replace(/style-src [^;]*/, ["style-src", "'self'", ...union(pages)].join(" "))
    .replace(/; frame-ancestors .*$/, "");
  for (const path of PAGE_FILES) assert.equal(policyOfPage(read(path)), expected, path);
});

test("the policy allows no other way to run a script", () => {
  const policy = policyOfServers();
  assert.doesNotMatch(policy, /unsafe-inline|unsafe-hashes|strict-dynamic|unsafe-eval'(?<!wasm-unsafe-eval')|\*|https?:/);
  const sources = sourcesOf(policy, "script-src").filter((source) => !source.startsWith("'sha256-"));
  assert.deepEqual(sources, ["'self'", "'wasm-unsafe-eval'"]);
});
