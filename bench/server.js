// A static server that answers as a deployed site does: brotli, headers for caching, over a line of limited speed. It logs every
// answer.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
};
// Compressed already.
const PACKED = { ".ico": "image/x-icon", ".png": "image/png" };

// Larger files are compressed at quality 4: at 11, those of 10 000 projects take minutes. Only typing is measured there.
const LARGE = 2e6;

// The file's brotli copy from the build, or else one made here.
function compressed(file, content) {
  if (existsSync(`${file}.br`)) return readFileSync(`${file}.br`);
  const quality = content.length > LARGE ? 4 : constants.BROTLI_MAX_QUALITY;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  return brotliCompressSync(content, { params });
}

// The files of a folder, by their paths in addresses.
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map((entry) => {
      const file = join(entry.parentPath ?? entry.path, entry.name);
      const content = readFileSync(file);
      const kind = extname(file);
      const type = TYPES[kind] ?? PACKED[kind] ?? "application/octet-stream";
      const body = kind in TYPES ? compressed(file, content) : content;
      const etag = `"${createHash("sha256").update(body).digest("hex").slice(0, 16)}"`;
      return [`/${relative(folder, file)}`, { type, body, etag, encoding: kind in TYPES ? "br" : undefined }];
    });
}

// A line that all answers share, also those to a service worker, which DevTools does not slow down with its page. `latency` in
// milliseconds before each answer, `rate` in bytes per millisecond. Without both it is as fast as the machine.
function lineOf({ latency = 0, rate = Infinity }) {
  // Bytes sent in one turn, and how many milliseconds a late timer may catch up on.
  const [CHUNK, BURST] = [2000, 20];
  let free = 0;
  return async (body, write) => {
    if (latency > 0) await sleep(latency);
    if (rate === Infinity) return write(body);
    for (let from = 0; from === 0 || from < body.length; from += CHUNK) {
      const chunk = body.subarray(from, from + CHUNK);
      free = Math.max(free, performance.now() - BURST) + chunk.length / rate;
      const wait = free - performance.now();
      if (wait > 0) await sleep(wait);
      write(chunk);
    }
  };
}

// Serves the folders of a site until `close` is called. `log` has each answer: path, status, bytes of its body. `use` sets the line
// and whether browsers may keep what they got: with `isCacheable`, what `isImmutable` says forever, and the rest is asked for again;
// without, nothing (`no-store`).
export async function serve({ folders, isImmutable }) {
  const files = new Map(folders.flatMap(filesIn));
  const log = [];
  let isCacheable = true;
  let send = lineOf({});
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(request.url.replace(/[?#].*/, "")).replace(/\/$/, "/index.html");
    const file = files.get(path);
    const isUnchanged = isCacheable && file && request.headers["if-none-match"] === file.etag;
    const status = !file ? 404 : isUnchanged ? 304 : 200;
    const body = status === 200 && request.method !== "HEAD" ? file.body : Buffer.alloc(0);
    const entry = { path, status, bytes: 0 };
    log.push(entry);
    if (file) {
      const lasting = isImmutable(path) ? "public, max-age=31536000, immutable" : "no-cache";
      response.setHeader("cache-control", isCacheable ? lasting : "no-store");
      if (isCacheable) response.setHeader("etag", file.etag);
    }
    if (status === 200) {
      response.setHeader("content-type", file.type);
      response.setHeader("content-length", body.length);
      if (file.encoding) response.setHeader("content-encoding", file.encoding);
    }
    response.statusCode = status;
    await send(body, (chunk) => {
      // The browser may have left.
      if (response.destroyed) return;
      entry.bytes += chunk.length;
      response.write(chunk);
    });
    response.end();
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    log,
    use(settings) {
      isCacheable = settings.isCacheable ?? true;
      send = lineOf(settings.line ?? {});
      log.length = 0;
    },
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}
