// A page that tries to break the policy: the build's own, with what somebody might have got into it, and with a script beside it that
// tries the rest. Nothing of it works where the server says the policy, nor where only the page says it; and all of it works where
// nobody says it, so that these tests could fail.

import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { MARKUP, attack, remember } from "./attacks.js";
import { BROWSERS, launch, open } from "./browser.js";
import { policyOfPage, policyOfServers, withoutPolicy } from "./policy.js";
import { dist, serveAt } from "./site.js";

const browsers = {};

before(async () => {
  for (const name of BROWSERS) browsers[name] = await launch(name);
});

after(async () => {
  for (const browser of Object.values(browsers)) await browser.close();
});

// Another origin, which remembers what it was asked for and answers everything with nothing.
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

// Opens the hostile page and gives what of it has worked, what there was, and what was forbidden. Where all of it is to work, waits
// until the other origin has been asked for all.
async function attacked(browser, change, { headers = {}, isFree = false } = {}) {
  const other = await elsewhere();
  let html = change(readFileSync(join(dist, "index.html"), "utf8"));
  const markup = Object.entries(MARKUP).map(([name, element]) => element.replaceAll("ELSEWHERE", other.origin).replaceAll("NAME", name));
  html = html.replace(/<meta charset="utf-8" \/>(<meta http-equiv[^>]*>)?/, '$&<script src="remember.js"></script>');
  html = html.replace("</body>", () => `${markup.join("\n")}</body>`);
  const files = {
    "hostile.html": ["text/html;charset=utf-8", html],
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
    await page.goto(site.at("hostile.html"));
    // It comes alive all the same.
    await page.locator("html[data-state=ready]").waitFor({ state: "attached" });
    await page.addScriptTag({ url: site.at("attack.js") });
    const tried = await page.evaluate((origin) => window.attack(origin), other.origin);
    const { done, forbidden } = await page.evaluate(() => ({ done: window.done, forbidden: window.forbidden }));
    const all = [...Object.keys(MARKUP), ...tried];
    const worked = () => all.filter((name) => done.includes(name) || other.asked.has(name));
    while (isFree && worked().length < all.length) {
      if (!(await other.next().catch(() => false))) break;
    }
    return { all, forbidden, worked: worked() };
  } finally {
    await page.context().close();
    await site.close();
    other.close();
  }
}

// In one browser: Playwright waits in Firefox for what is embedded as if the page had gone there.
test("without a policy, everything works that a page might try", async () => {
  const { all, worked, forbidden } = await attacked(browsers.chromium, withoutPolicy, { isFree: true });
  assert.deepEqual(forbidden, []);
  assert.ok(all.length > 40);
  assert.deepEqual(all.filter((name) => !worked.includes(name)), []);
});

for (const name of BROWSERS) {
  for (const [who, change, headers] of [
    ["the server says it", withoutPolicy, () => ({ "content-security-policy": policyOfServers() })],
    ["the page says it", (html) => html, () => ({})],
  ]) {
    test(`with the policy, nothing of it works: ${who}, ${name}`, async () => {
      const { worked, forbidden } = await attacked(browsers[name], change, { headers: headers() });
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
}

test("both pages say the same as the servers, but for drawings and frames", () => {
  const [, hash] = policyOfServers().match(/style-src 'self'( 'sha256-[\w+/]{43}=')+;/) ?? [];
  assert.ok(hash, "drawings have styles");
  const expected = policyOfServers().replace(/ 'sha256-[^']+'/g, "").replace(/; frame-ancestors .*$/, "");
  for (const path of ["index.html", "en/index.html"]) {
    assert.equal(policyOfPage(readFileSync(join(dist, path), "utf8")), expected, path);
  }
  assert.doesNotMatch(policyOfServers(), /unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|\*/);
});
