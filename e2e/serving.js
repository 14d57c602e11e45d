// What any web server must do with the build: shared by the tests of all servers.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { open, visit } from "./browser.js";
import { ExplorerPage } from "./page.js";
import { hashesOf } from "./policy.js";
import { dist, PAGE_FILES } from "./site.js";

const TYPES = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  wasm: "application/wasm",
  json: "application/json; charset=utf-8",
  webmanifest: "application/manifest+json; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  svg: "image/svg+xml; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  ico: "image/x-icon",
  png: "image/png",
};

const FOREVER = "public, max-age=31536000, immutable";

// Headers of every answer; the content security policy is checked by itself.
const ALWAYS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-resource-policy": "cross-origin",
  "access-control-allow-origin": "*",
};

const DIRECTIVES = {
  "default-src": ["'none'"],
  "script-src": ["'self'", "'wasm-unsafe-eval'"],
  "style-src": ["'self'"],
  "img-src": ["'self'", "data:"],
  "connect-src": ["'self'"],
  "frame-src": ["'self'"],
  "worker-src": ["'self'"],
  "manifest-src": ["'self'"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
  "frame-ancestors": ["'self'"],
};

// The paths of all files for readers.
export function files(folder = "") {
  const found = [];
  for (const entry of readdirSync(join(dist, folder), { withFileTypes: true })) {
    const path = folder + entry.name;
    if (entry.isDirectory()) {
      if (path !== "server") found.push(...files(`${path}/`));
    } else if (!/\.(br|gz)$/.test(path)) {
      found.push(path);
    }
  }
  return found;
}

// The answer as sent: not decoded, no redirect followed. A header that was sent twice is an array.
export function ask(address, headers = {}, method = "GET") {
  return new Promise((done, failed) => {
    const asking = request(address, { method, headers, agent: false }, (answer) => {
      const chunks = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("end", () => {
        const found = {};
        for (const [name, values] of Object.entries(answer.headersDistinct)) found[name] = values.length === 1 ? values[0] : values;
        done({ status: answer.statusCode, headers: found, body: Buffer.concat(chunks) });
      });
    });
    asking.on("error", failed);
    asking.end();
  });
}

// The policy has the expected directives, and hashes of the boot script, of the styles in pages and of those in drawings. Which hashes
// is checked by policy.test.js.
function hasPolicy(policy, where) {
  assert.equal(typeof policy, "string", `${where}: one policy`);
  const found = Object.fromEntries(policy.split("; ").map((directive) => [directive.split(" ")[0], directive.split(" ").slice(1)]));
  for (const [directive, least] of [["script-src", 1], ["style-src", 2]]) {
    assert.ok(hashesOf(policy, directive).length >= least, `${where}: hashes of ${directive}`);
    found[directive] = found[directive].filter((source) => !/^'sha256-[\w+/]{43}='$/.test(source));
  }
  assert.deepEqual(found, DIRECTIVES, where);
}

// The headers of every answer, also of errors.
export function isGuarded({ headers }, where) {
  hasPolicy(headers["content-security-policy"], where);
  for (const [name, value] of Object.entries(ALWAYS)) assert.equal(headers[name], value, `${where}: ${name}`);
  const permissions = headers["permissions-policy"].split(", ");
  assert.ok(permissions.length > 15, where);
  const granted = permissions.filter((permission) => !/^[a-z-]+=\(\)$/.test(permission));
  assert.deepEqual(granted, ["clipboard-write=(self)"], where);
  // Whatever is not named may be used by the page itself, as sharing a link must.
  assert.ok(!permissions.some((permission) => permission.startsWith("web-share")), where);
  assert.equal(headers["x-frame-options"], undefined, `${where}: it would forbid portals`);
  assert.equal(headers["x-outer"], undefined, where);
}

const ENCODINGS = [
  ["identity", undefined],
  ["identity", "identity"],
  ["gzip", "gzip"],
  ["gzip", "br;q=0, gzip;q=0.5"],
  ["br", "br"],
  ["br", "gzip, deflate, br, zstd"],
  ["br", "gzip;q=1.0, BR;q=0.8"],
  ["identity", "bro, brr, x-br"],
];

const decode = { br: brotliDecompressSync, gzip: gunzipSync, identity: (body) => body };

// Checks the answers for a file: by accepted encoding, unchanged (304), HEAD and a range.
async function isServed(site, path) {
  const content = readFileSync(join(dist, path));
  const type = TYPES[path.split(".").at(-1)];
  assert.ok(type, `${path}: its kind is known`);
  const isNamed = /-[0-9a-f]{16}(_bg)?\.\w+$/.test(path);
  const tags = {};
  for (const [wanted, accepted] of ENCODINGS) {
    const where = `${path} for ${accepted}`;
    const encoding = existsSync(join(dist, `${path}.${{ br: "br", gzip: "gz" }[wanted]}`)) ? wanted : "identity";
    const sent = accepted ? { "accept-encoding": accepted } : {};
    const answer = await ask(site.at(path), sent);
    const { status, headers, body } = answer;
    assert.equal(status, 200, where);
    assert.equal(headers["content-encoding"] ?? "identity", encoding, where);
    assert.ok(decode[encoding](body).equals(content), `${where}: the same bytes`);
    assert.equal(headers["content-type"], type, where);
    assert.equal(headers["cache-control"], isNamed ? FOREVER : "no-cache", where);
    assert.match(headers.vary, /^accept-encoding$/i, where);
    assert.match(headers.etag, /^"[^"]+"$/, `${where}: a strong tag`);
    isGuarded(answer, where);
    tags[headers.etag] ??= encoding;
    assert.equal(tags[headers.etag], encoding, `${where}: another encoding has another tag`);
    if (accepted === "identity") continue;

    const again = await ask(site.at(path), { ...sent, "if-none-match": headers.etag });
    assert.equal(again.status, 304, where);
    assert.equal(again.body.length, 0);
    assert.equal(again.headers.etag, headers.etag, where);
    assert.equal(again.headers["cache-control"], headers["cache-control"], `${where}, 304`);
    // Apache leaves out most headers here, as it may: the browser has them with its copy.
    if (site.guardsUnchanged) isGuarded(again, `${where}, 304`);

    const head = await ask(site.at(path), sent, "HEAD");
    assert.equal(head.body.length, 0);
    const volatile = { date: undefined, connection: undefined, "keep-alive": undefined };
    assert.deepEqual({ ...head.headers, ...volatile }, { ...headers, ...volatile }, `${where}, HEAD`);

    const part = await ask(site.at(path), { ...sent, range: "bytes=10-19" });
    // nginx sends no range of a .gz copy but all of it, as servers may.
    const isWhole = encoding === "gzip" && part.status === 200;
    if (!isWhole) assert.equal(part.status, 206, where);
    assert.ok(part.body.equals(isWhole ? body : body.subarray(10, 20)), `${where}: the part of what the tag names`);
    assert.equal(part.headers.etag, headers.etag, where);
    assert.equal(part.headers["content-encoding"] ?? "identity", encoding, where);
    isGuarded(part, `${where}, part`);
  }
}

// Every file of the build is served unchanged, in each encoding, with another tag for each.
export async function servesEveryFile(site) {
  const all = files();
  assert.ok(all.length > 60, all.join());
  assert.deepEqual(PAGE_FILES.filter((path) => !all.includes(path)), []);
  for (const path of all) await isServed(site, path);
}

// Folders lead to their page, with the same headers.
export async function servesFolders(site) {
  for (const folder of ["", "en/"]) {
    for (const accepted of ["br", "gzip", "identity"]) {
      const [page, file] = await Promise.all(
        [folder, `${folder}index.html`].map((path) => ask(site.at(path), { "accept-encoding": accepted })),
      );
      for (const name of ["content-type", "content-encoding", "cache-control", "etag", "vary"]) {
        assert.equal(page.headers[name], file.headers[name], `${folder} ${accepted} ${name}`);
      }
      assert.ok(page.body.equals(file.body));
      isGuarded(page, folder);
    }
  }
  // A query, as in links to a filter, changes nothing.
  for (const path of ["en/", ...PAGE_FILES]) {
    const [plain, queried] = await Promise.all([path, `${path}?q=%E7%89%A9&by=place`].map((one) => ask(site.at(one), { "accept-encoding": "br" })));
    assert.equal(queried.status, 200, path);
    assert.equal(queried.headers.etag, plain.headers.etag, path);
    assert.ok(queried.body.equals(plain.body), path);
  }
  const moved = await ask(site.at("en?q=1"), { "accept-encoding": "br" });
  assert.equal(moved.status, 301);
  assert.ok([site.at("en/?q=1"), new URL(site.at("en/?q=1")).pathname + "?q=1"].includes(moved.headers.location), moved.headers.location);
  isGuarded(moved, "en");
}

// Nothing else is served: no fallback page, no listing, no error that browsers cache, no file that is not for readers. `forbidden` are
// the statuses for folders and for hidden files.
export async function hidesTheRest(site, { forbidden = [404] } = {}) {
  const modules = files().filter((path) => path.endsWith(".wasm"));
  assert.equal(modules.length, 4, "the app, the first answer, what reads a report of the reader, and its review");
  for (const path of [
    "missing.html",
    "en/missing.html",
    "projects",
    "en/projects",
    "en/missing.js",
    "data/missing.csv",
    "missing-0123456789abcdef.js",
    "missing-0123456789abcdef_bg.wasm",
    "index.html/",
    "projects.html/",
    ...[...PAGE_FILES, ...modules].flatMap((path) => [`${path}.br`, `${path}.gz`]),
    "server/nginx.conf",
    "server/_headers",
    "server/apache/.htaccess",
    "server/iis/web.config",
    ".htaccess",
    "data/",
    "data/charts/",
    "server/",
    "icons/",
  ]) {
    const where = `GET ${path}`;
    const answer = await ask(site.at(path), { "accept-encoding": "br" });
    const allowed = path.endsWith("/") || path === ".htaccess" ? forbidden : [404];
    assert.ok(allowed.includes(answer.status), `${where}: ${answer.status}`);
    assert.doesNotMatch(answer.body.toString(), /Index of|charts|datapackage|add_header/, where);
    assert.ok(!/max-age|immutable/.test(answer.headers["cache-control"] ?? ""), `${where}: not kept`);
    assert.equal(answer.headers["content-encoding"], undefined, where);
    isGuarded(answer, where);
  }
  // Not POST, which Apache answers as GET.
  for (const method of ["PUT", "DELETE"]) {
    const answer = await ask(site.at("index.html"), { "content-length": "0" }, method);
    assert.equal(answer.status, 405, method);
    isGuarded(answer, method);
  }
  const range = await ask(site.at("index.html"), { range: "bytes=999999999-" });
  assert.equal(range.status, 416);
  // nginx sends some headers twice there, which means the same.
  for (const [name, value] of Object.entries(range.headers)) if (Array.isArray(value)) [range.headers[name]] = new Set(value);
  isGuarded(range, "416");
}

// The app starts on every page, and nothing is refused, missing or asked of another origin.
export async function runsEveryPage(browser, site) {
  for (const path of PAGE_FILES.map((path) => path.replace("index.html", ""))) {
    const page = await open(browser);
    await visit(page, site.at(path));
    assert.deepEqual(page.requests.filter((address) => !address.startsWith(site.at())), [], path);
    assert.deepEqual(page.complaints, [], path);
    await page.context().close();
  }
}

// On the page of projects, filters answer: also by a link of earlier versions, which had one page.
export async function filters(browser, site, folder) {
  const page = await open(browser);
  const explorer = new ExplorerPage(page);
  await visit(page, site.at(`${folder}projects.html`));
  await explorer.showsProjects(82);
  await explorer.filter.fill("魏寨");
  await explorer.showsProjects(3);
  await visit(page, site.at(`${folder}?view=projects&q=%E9%AD%8F%E5%AF%A8`));
  await explorer.showsProjects(3);
  assert.equal(new URL(page.url()).pathname, new URL(site.at(`${folder}projects.html`)).pathname);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
}
