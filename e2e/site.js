// A static server for the release build under any sub-path, as a government web server would have it: no rewriting,
// no fallback page, 404 for what is not there.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import sirv from "sirv";

// The folder of the build: dist/, or the one that PLAN_DIST names.
export const dist = resolve(process.env.PLAN_DIST ?? fileURLToPath(new URL("../dist/", import.meta.url)));

// The pages that tests put around the explorer, by their path.
const hosts = {
  "/host.html": `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,">
    <body style="margin:0"><iframe title="plan" src="/a/b/" style="width:320px;height:600px;border:0"></iframe>`,
};

// What servers compress, by the ends of names.
const TYPES = {
  ".html": "text/html;charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".txt": "text/plain",
  ".csv": "text/csv",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

// Has browsers keep what is named after its content, and ask again for the rest.
function keep(response, path) {
  const isNamedAfterContent = /-[0-9a-f]{16}(_bg)?\.\w+$/.test(path);
  response.setHeader("cache-control", isNamedAfterContent ? "public, max-age=31536000, immutable" : "no-cache");
}

// Answers with the file compressed as well as the browser understands, as servers do that keep such copies beside their files;
// says whether it did. What a page loads is compressed beforehand: no answer waits for that.
function compressing() {
  const known = new Map();
  const compress = (path, encoding) => {
    const key = `${encoding} ${path}`;
    if (!known.has(key)) {
      const content = readFileSync(join(dist, path));
      known.set(key, encoding === "br" ? brotliCompressSync(content) : gzipSync(content));
    }
    return known.get(key);
  };
  for (const folder of ["", "en/"]) {
    for (const name of readdirSync(join(dist, folder))) {
      if (TYPES[extname(name)]) compress(`/${folder}${name}`, "br");
    }
  }
  return (request, response) => {
    const { pathname } = new URL(request.url, "http://site");
    const path = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
    const type = TYPES[extname(path)];
    if (!type || !existsSync(join(dist, path))) return false;
    const encoding = /\bbr\b/.test(request.headers["accept-encoding"]) ? "br" : "gzip";
    const body = compress(path, encoding);
    keep(response, path);
    const headers = { "content-type": type, "content-encoding": encoding, vary: "accept-encoding", "content-length": body.length };
    response.writeHead(200, headers).end(body);
    return true;
  };
}

// Serves until `close` is called; `at(path)` is an address below the sub-path; `stop` and `start` are a server that is away for a
// while, `use` has it serve another folder. The options: `folder` is what it serves; `headers` go with every answer; `answer` may answer first, by the path below the sub-path, and says whether it did; `isCompressing` has the server do what a
// good one does, compress and let browsers keep.
export async function serveAt(base, { folder = dist, headers = {}, answer = () => false, isCompressing = false } = {}) {
  const filesOf = (folder) => sirv(folder, { dev: true, setHeaders: isCompressing ? keep : undefined });
  let files = filesOf(folder);
  const compressed = isCompressing ? compressing() : () => false;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://site");
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (hosts[pathname]) {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(hosts[pathname]);
    } else if (pathname.startsWith(base)) {
      request.url = request.url.slice(base.length - 1);
      if (answer(pathname.slice(base.length), response) || compressed(request, response)) return;
      files(request, response);
    } else {
      response.statusCode = 404;
      response.end();
    }
  });
  const listen = (port) => new Promise((ready) => server.listen(port, "127.0.0.1", ready));
  await listen(0);
  const { port } = server.address();
  const origin = `http://127.0.0.1:${port}`;
  const close = () =>
    new Promise((closed) => {
      server.close(closed);
      // Browsers that were closed in the middle of something leave theirs open.
      server.closeAllConnections?.();
    });
  return {
    origin,
    at: (path = "") => origin + base + path,
    use: (folder) => {
      files = filesOf(folder);
    },
    stop: close,
    start: () => listen(port),
    close,
  };
}
