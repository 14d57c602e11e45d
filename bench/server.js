// A static server for one page, as one would set it up: everything that is text or code goes out as brotli, compressed
// beforehand. It counts what it sends.

import { readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, relative } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = {
  ".css": "text/css",
  ".csv": "text/csv",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".wasm": "application/wasm",
};

// The best that brotli can takes minutes with the data of 100 000 projects; such pages are typed in, their bytes not told.
const LARGE = 4e6;

// Every page is opened several times: what was compressed, by the file and when it was written.
const compressed = new Map();

function body(file, { mtimeMs, size }) {
  const key = `${file} ${mtimeMs}`;
  const quality = size > LARGE ? 4 : constants.BROTLI_MAX_QUALITY;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: size };
  if (!compressed.has(key)) compressed.set(key, brotliCompressSync(readFileSync(file), { params }));
  return compressed.get(key);
}

// The files of a folder, by their paths in addresses.
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = join(entry.parentPath ?? entry.path, entry.name);
      const type = TYPES[extname(file)];
      const content = type ? body(file, statSync(file)) : readFileSync(file);
      return [`/${relative(folder, file)}`, { type, content }];
    });
}

// Serves the files of the folders. `sent` has the number of answers and the bytes of their bodies.
export async function serve(folders) {
  const files = new Map(folders.flatMap(filesIn));
  const sent = { requests: 0, bytes: 0 };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url.replace(/[?#].*/, ""));
    const file = files.get(path.endsWith("/") ? `${path}index.html` : path);
    sent.requests += 1;
    if (!file) return response.writeHead(404).end();
    const { type = "application/octet-stream", content } = file;
    sent.bytes += content.length;
    const encoding = file.type && { "Content-Encoding": "br" };
    response.writeHead(200, { "Content-Type": type, "Content-Length": content.length, ...encoding }).end(content);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    sent,
    close: () => new Promise((closed) => server.close(closed)),
  };
}
