// The portal of others, on an origin of its own: the pages of hosts/, with the libraries that they use.

import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const packages = createRequire(import.meta.url);
const hosts = fileURLToPath(new URL("hosts/", import.meta.url));

const LIBRARIES = {
  "/pym.js": () => packages.resolve("pym.js/dist/pym.v1.js"),
  "/iframe-resizer.js": () => packages.resolve("iframe-resizer/js/iframeResizer.js"),
  "/iframe-resizer-5.js": () => join(dirname(packages.resolve("@iframe-resizer/parent")), "index.umd.js"),
};

// What all of the pages begin with.
const BEGIN = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>门户</title><link rel="icon" href="data:,">
  <style>body { margin: 0 } iframe { width: 100%; border: 0 }</style>`;

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

// Serves until `close` is called; `at(host, shown, attributes)` is the address of the page hosts/HOST.html around the page `shown` of the
// explorer (“projects.html?q=x”), whose folder is `address`; the frame has these attributes, where the page leaves room for them.
export async function portalAround(address, { headers = {} } = {}) {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, "http://portal");
    const page = join(hosts, pathname.slice(1));
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (LIBRARIES[pathname]) {
      response.setHeader("content-type", "text/javascript");
      response.end(readFileSync(LIBRARIES[pathname]()));
    } else if (/^\/[\w-]+\.html$/.test(pathname) && existsSync(page)) {
      const [file, query = ""] = searchParams.get("shown").split("?");
      const html = readFileSync(page, "utf8")
        .replaceAll("{{address}}", address)
        .replaceAll("{{page}}", escaped(file))
        .replaceAll("{{query}}", escaped(query))
        .replaceAll("{{attributes}}", searchParams.get("attributes"));
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(BEGIN + html);
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    at: (host, shown = "", attributes = 'allow="web-share; clipboard-write"') => `${origin}/${host}.html?${new URLSearchParams({ shown, attributes })}`,
    close: () =>
      new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections?.();
      }),
  };
}
