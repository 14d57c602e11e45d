// Real web servers without privileges, in temporary folders, with the configurations that the build has written.

import { execFileSync, spawn } from "node:child_process";
import { chmodSync, copyFileSync, cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { dist } from "./site.js";

const BASE = "/a/b/";
// As root, as in containers, workers run as another user by default, who may not read the files.
const isRoot = process.getuid?.() === 0;

// The path of a program: on PATH, where Debian keeps it for root, or where script/bootstrap has unpacked it.
function find(name) {
  const unpacked = fileURLToPath(new URL("../target/nginx/usr/sbin", import.meta.url));
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin", unpacked];
  const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
  if (!found) throw new Error(`there is no ${name}: script/bootstrap installs it`);
  return found;
}

export async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

// Starts a server that has the site under the path `base`, and waits until it answers. `configure` returns the text of its
// configuration; `check` and `run` return its arguments, for the path of that.
async function start(program, base, { configure, check, run }) {
  const folder = mkdtempSync(join(tmpdir(), "plan-explorer-"));
  const port = await freePort();
  const file = join(folder, "server.conf");
  const log = join(folder, "error.log");
  writeFileSync(log, "");
  writeFileSync(file, configure({ folder, port, log }));
  const checked = execFileSync("sh", ["-c", '"$0" "$@" 2>&1', program, ...check(file)], { encoding: "utf8" });
  const server = spawn(program, run(file), { stdio: ["ignore", "ignore", "inherit"] });
  const ended = new Promise((done) => server.on("exit", done));
  const origin = `http://127.0.0.1:${port}`;
  for (;;) {
    if (server.exitCode !== null) throw new Error(`${program} ended with ${server.exitCode}`);
    try {
      await fetch(origin);
      break;
    } catch {
      // Not listening yet.
      await pause(20);
    }
  }
  return {
    origin,
    checked,
    log,
    at: (path = "") => origin + base + path,
    close: async () => {
      server.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

// nginx with the fragment of the build, or with another one, in a server whose own settings contradict it; under a path, or as the
// whole server.
export function nginx({ fragment = join(dist, "server/nginx.conf"), base = BASE } = {}) {
  const place = base === "/" ? `location / { root ${dist}; include ${fragment}; }` : `
          location ~ \\.js$ { return 410; }
          location = ${base.slice(0, -1)} { return 301 ${base}; }
          location ^~ ${base} { alias ${dist}/; include ${fragment}; }`;
  return start(find("nginx"), base, {
    check: (file) => ["-t", "-c", file],
    run: (file) => ["-c", file],
    configure: ({ folder, port, log }) => `
      daemon off;
      worker_processes 1;
      ${isRoot ? "user root;" : ""}
      pid ${folder}/pid;
      error_log ${log} warn;
      events {}
      http {
        access_log off;
        ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join(" ")}
        types { application/x-wrong html css js svg csv; }
        charset gbk;
        charset_types *;
        gzip on;
        gzip_types *;
        gzip_min_length 1;
        autoindex on;
        etag off;
        add_header X-Outer "lost";
        server {
          listen 127.0.0.1:${port};
          location = /favicon.ico { return 204; }
          ${place}
        }
      }`,
  });
}

// Apache with a copy of the build and its .htaccess beside index.html, in a server whose own settings contradict it.
export function apache({ modules = ["headers", "mime", "rewrite"] } = {}) {
  const home = "/usr/lib/apache2/modules";
  const all = ["mpm_event", "authz_core", "alias", "autoindex", "dir", ...modules];
  return start(find("apache2"), BASE, {
    check: (file) => ["-t", "-f", file],
    run: (file) => ["-DFOREGROUND", "-f", file],
    configure: ({ folder, port, log }) => {
      // With times, since Apache gives what was just written no strong tag; and readable for a user without privileges.
      cpSync(dist, join(folder, "site"), { recursive: true, preserveTimestamps: true });
      chmodSync(folder, 0o755);
      copyFileSync(join(dist, "server/apache/.htaccess"), join(folder, "site/.htaccess"));
      return `
      ServerName localhost
      ServerRoot ${folder}
      DefaultRuntimeDir ${folder}
      PidFile ${folder}/pid
      ${isRoot ? "User nobody\n      Group nogroup" : ""}
      ErrorLog ${log}
      LogLevel warn
      Listen 127.0.0.1:${port}
      ${all.map((name) => `LoadModule ${name}_module ${home}/mod_${name}.so`).join("\n")}
      DocumentRoot ${folder}
      Redirect 204 /favicon.ico
      Alias ${BASE} ${folder}/site/
      <IfModule mod_mime.c>
        TypesConfig /dev/null
        AddType application/x-gzip .gz
        AddLanguage br .br
        AddType application/x-wrong .html .css .js .svg .csv
      </IfModule>
      <IfModule mod_headers.c>
        Header set X-Content-Type-Options "outer"
      </IfModule>
      <Directory />
        Require all granted
        Options Indexes FollowSymLinks
        AllowOverride FileInfo
      </Directory>`;
    },
  });
}
