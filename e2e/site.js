// A static server for the release build under any sub-path, as a government web server would have it: no rewriting,
// no fallback page, 404 for what is not there.

import { createServer } from "node:http";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import sirv from "sirv";
import { PAGES } from "./page.js";

// The folder of the build: dist/, or the one that PLAN_DIST names.
export const dist = resolve(process.env.PLAN_DIST ?? fileURLToPath(new URL("../dist/", import.meta.url)));

// The files of the pages: the six in Chinese, then those in English.
export const PAGE_FILES = ["", "en/"].flatMap((folder) => Object.values(PAGES).map((file) => folder + (file || "index.html")));

// The pages that tests put around the explorer, by their path.
const hosts = {
  "/host.html": `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,">
    <body style="margin:0"><iframe title="plan" src="/a/b/" style="width:320px;height:600px;border:0"></iframe>`,
};

// Has browsers keep what is named after its content, and ask again for the rest.
function keep(response, path) {
  const isNamedAfterContent = /-[0-9a-f]{16}(_bg)?\.\w+(\.br|\.gz)?$/.test(path);
  response.setHeader("cache-control", isNamedAfterContent ? "public, max-age=31536000, immutable" : "no-cache");
}

// Serves until `close` is called; `at(path)` is an address below the sub-path; `stop` and `start` are a server that is away for a
// while, `use` has it serve another folder. The options: `folder` is what it serves; `headers` go with every answer; `answer` may
// answer first, by the path below the sub-path, and says whether it did; `isCompressing` has the server do what a good one does:
// send the compressed copies of the build, and let browsers keep; `pages` are put beside the explorer, by their path.
export async function serveAt(base, { folder = dist, headers = {}, answer = () => false, isCompressing = false, pages = {} } = {}) {
  const filesOf = (folder) =>
    sirv(folder, { dev: true, brotli: isCompressing, gzip: isCompressing, setHeaders: isCompressing ? keep : undefined });
  let files = filesOf(folder);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://site");
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const beside = pages[pathname] ?? hosts[pathname];
    if (beside) {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(beside);
    } else if (pathname.startsWith(base)) {
      request.url = request.url.slice(base.length - 1);
      if (answer(pathname.slice(base.length), response)) return;
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
