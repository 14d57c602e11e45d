// A static server for the release build under any sub-path, as a government web server would have it: no rewriting,
// no fallback page, 404 for what is not there.

import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import sirv from "sirv";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));

// The pages that tests put around the explorer, by their path.
const hosts = {
  "/host.html": `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,">
    <body style="margin:0"><iframe title="plan" src="/a/b/" style="width:320px;height:600px;border:0"></iframe>`,
};

// Serves until `close` is called; `at(path)` is an address below the sub-path.
export async function serveAt(base) {
  const files = sirv(dist, { dev: true });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://site");
    if (hosts[pathname]) {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(hosts[pathname]);
    } else if (pathname.startsWith(base)) {
      request.url = request.url.slice(base.length - 1);
      files(request, response);
    } else {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    at: (path = "") => origin + base + path,
    close: () => new Promise((closed) => server.close(closed)),
  };
}
