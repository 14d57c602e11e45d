// The service worker: answers from Cache Storage, so that the site works offline and updates as a whole. The build writes it as
// sw.js, after four constants (crates/plan-prerender, worker.rs): VERSION, a hash of everything below it; FILES, half the SHA-256 of
// each file by its address below the scope; CORE, what is cached at install, and PAGES, the file that has the pages without what they have
// in common (alike.rs), by the folder of each language.
//
// - Each version has its own cache. Its name contains the scope: other sites on the origin, and other copies of this one, have
//   theirs.
// - Install caches the core of the languages in use, all or nothing: if a file does not have the listed content, there is no new
//   version and the old one goes on. All other files are cached when they are first requested (runtime cache).
// - A new version takes over at once, but only for pages opened from then on. The id of each client is noted in the cache that its
//   page came from, and that cache serves it to the end. A client without a note may be of any version and keeps all of them.
//   A cache is deleted an hour after its last client was seen: browsers keep pages in the back/forward cache without listing them.
// - Nothing outlives a request in variables: browsers stop an idle worker at any time.

const SCOPE = self.registration.scope;
// Addresses contain no space: the prefix of /a/ never matches a cache of /a/b/.
const PREFIX = `plan-explorer ${SCOPE} `;
const NAME = PREFIX + VERSION;
// The files that the first page has fetched itself, handed over to the install (static/boot.js). Not a version.
const PAGE = `${PREFIX}page`;
// The header of a cached file that holds its digest.
const DIGEST = "x-plan-digest";
// Longer than any browser keeps a page in its back/forward cache, in milliseconds.
const MEMORY = 3600000;
// Concurrent downloads of an install: browsers open six connections to a host, and the reader needs some.
const LANES = 3;

// Notes are cache entries whose addresses no file has.
const SINCE = `${SCOPE}?since`;
const WHOLE = `${SCOPE}?whole=`;
const LEFT = `${SCOPE}?left`;
const CLIENT = `${SCOPE}?client=`;

// The downloads under way, by address; each ends when the file is cached, or will not be. A page and the rest of a core may want the
// same file at the same time, and under no-store the HTTP cache cannot share it.
const loading = new Map();
function load(address, work) {
  const ended = work.catch(() => {}).then(() => loading.delete(address));
  loading.set(address, ended);
}

const isPage = (address) => /(^|\/|\.html)$/.test(address);
// Such a file is the same in every version that has it.
const isNamedAfterContent = (address) => /^[^/]+-[0-9a-f]{16}(_bg)?\.\w+$/.test(address);
// The language of a page, as the key of CORE: the longest folder that contains the address.
const folderOf = (address) => [...CORE.keys()].filter((folder) => address.startsWith(folder)).pop();

// The address below the scope; null if the URL is not below it.
function addressOf(url) {
  const [place] = url.split(/[?#]/, 1);
  return place.startsWith(SCOPE) ? place.slice(SCOPE.length).replace(/(^|\/)index\.html$/, "$1") : null;
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = addressOf(request.url);
  if (address === null) return;
  if (SCOPE + address === self.location.href) {
    event.respondWith(registered(request));
    return;
  }
  // The cache holds whole files only.
  if (request.method !== "GET" || request.headers.has("range")) return;
  if (request.mode !== "navigate") {
    if (FILES.has(address) || isNamedAfterContent(address)) event.respondWith(answer(event, address));
  } else if (FILES.has(address)) {
    event.respondWith(answer(event, address));
  } else if (FILES.has(`${address}/`)) {
    event.respondWith(Response.redirect(`${SCOPE}${address}/${new URL(request.url).search}`));
  } else {
    // The page of an indicator that is sent on leads to the indicator; offline, too.
    const [, folder, item] = /^(.*)indicator\/([^/]+)\.html$/.exec(address) || [];
    if (FILES.has(`${folder}indicators.html`)) event.respondWith(Response.redirect(`${SCOPE}${folder}indicators.html?item=${item}&v=3`));
  }
});

// --- Install ----------------------------------------------------------------------------------------------------

async function install() {
  try {
    await gather(await languages());
  } catch (reason) {
    // A lost connection, a file with other content, no storage. A version that was whole before is still in use.
    if ((await whole(NAME)).length === 0) await caches.delete(NAME);
    throw reason;
  } finally {
    await caches.delete(PAGE);
  }
  // A version that was published before and is published again is the newest.
  await note(SINCE, Date.now());
  await (await caches.open(NAME)).delete(LEFT);
  await self.skipWaiting();
}

// The languages to cache at install: those of the open pages, and those that are cached of an older version.
async function languages() {
  const folders = new Set((await pages()).map(({ url }) => folderOf(addressOf(url))));
  for (const cacheName of await versions()) for (const folder of await whole(cacheName)) folders.add(folder);
  return folders.size > 0 ? [...folders] : [""];
}

// Caches the core of these languages. Rejects if a file cannot be had with the listed content; what is cached by then stays.
async function gather(folders) {
  const others = await versions();
  const urls = new Map((await pages()).map(({ url }) => [addressOf(url), url]));
  const cache = await caches.open(NAME);
  if (!(await cache.match(SINCE))) await cache.put(SINCE, new Response(Date.now()));
  const stop = new AbortController();
  const cacheFetched = async (address) => {
    const cached = fetched(address, urls.get(address), stop.signal).then((file) => cache.put(SCOPE + address, file));
    load(address, cached);
    await cached;
  };
  const addresses = new Set(folders.flatMap((folder) => CORE.get(folder))).values();
  const lane = async () => {
    for (const address of addresses) {
      if (await cache.match(SCOPE + address)) continue;
      const local = (await known(others, address)) || (await handedOver(address));
      if (local) {
        await cache.put(SCOPE + address, local);
        continue;
      }
      if (loading.has(address)) {
        await loading.get(address);
        if (await cache.match(SCOPE + address)) continue;
      }
      await cacheFetched(address);
    }
  };
  try {
    for (const folder of folders) {
      const missing = [];
      for (const page of CORE.get(folder).filter(isPage)) if (!(await cache.match(SCOPE + page))) missing.push(page);
      if (missing.length < 2) continue;
      if (missing.includes(folder)) await cacheFetched(folder);
      // What is missing then is fetched by itself.
      await unpack(cache, folder, stop.signal).catch(() => {});
    }
    await Promise.all(Array.from({ length: LANES }, lane));
  } finally {
    stop.abort();
  }
  for (const folder of folders) await cache.put(WHOLE + folder, new Response());
  // Writing to a cache that was deleted meanwhile succeeds.
  if (!(await caches.has(NAME))) throw new Error(`${NAME} was deleted`);
}

// Caches the pages of a language whose first page is cached: each is that page's lines and its own, and has that page's headers.
async function unpack(cache, folder, signal) {
  const first = await cache.match(SCOPE + folder);
  const { headers } = first;
  const lines = (await first.text()).split("\n");
  const response = await fetch(SCOPE + PAGES.get(folder), { signal, priority: "low" });
  for (const [address, parts] of Object.entries(await response.json())) {
    const texts = parts.map((part) => (typeof part === "string" ? part : lines.slice(part[0], part[1]).join("\n")));
    const page = await verified(address, new Response(texts.join("\n"), { headers }));
    if (page) await cache.put(SCOPE + address, page);
  }
}

// The file from another version's cache. Pages are fetched anew, since their headers may have changed.
async function known(others, address) {
  for (const cacheName of isPage(address) ? [] : others) {
    const cached = await caches.match(SCOPE + address, { cacheName });
    if (cached && cached.headers.get(DIGEST) === FILES.get(address)) return cached;
  }
  return undefined;
}

// The file from the first page, which has fetched it in any case: the server may forbid the HTTP cache to store it.
async function handedOver(address) {
  const response = await caches.match(SCOPE + address, { cacheName: PAGE });
  return response && verified(address, response);
}

// The file from the HTTP cache, as far as it has it, or from the server. `url` is the one that the file was requested by before, if
// that is known: the HTTP cache tells pages apart by their query.
async function fetched(address, url, signal) {
  const ask = async (cache) => verified(address, await fetch(url || SCOPE + address, { cache, signal, priority: "low" }));
  // The HTTP cache may hold a damaged copy.
  const stored = isNamedAfterContent(address) && (await ask("force-cache").catch(() => undefined));
  const found = stored || (await ask(isNamedAfterContent(address) ? "reload" : "no-cache"));
  if (!found) throw new Error(`${address} is not the file of ${NAME}`);
  return found;
}

// A copy to cache, if the content is that of FILES.
async function verified(address, response) {
  if (response.status !== 200) return undefined;
  const content = await response.arrayBuffer();
  const digest = btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest("SHA-256", content), 0, 16)));
  if (digest !== FILES.get(address)) return undefined;
  const headers = new Headers(response.headers);
  // The content is decoded, and the same for every request.
  for (const name of ["content-encoding", "content-length", "vary"]) headers.delete(name);
  headers.set(DIGEST, digest);
  return new Response(content, { headers });
}

async function activate() {
  await self.clients.claim();
  // The pages that were open before the first version are of that version.
  if ((await versions()).length === 1) for (const { id } of await pages()) await note(CLIENT + id);
  await tidy();
}

// --- Requests ---------------------------------------------------------------------------------------------------

// The file from the cache, or else from the network. Storage that fails is no reason for the network to fail.
async function answer(event, address) {
  const { request, resultingClientId } = event;
  const isOpening = request.mode === "navigate" && isPage(address);
  const find = () => stored(event, address).catch(() => undefined);
  // What the reader opens does not wait for a download that has a low priority.
  const isLoading = !isOpening && loading.has(address);
  const cached = (await find()) || (isLoading && (await loading.get(address), await find()));
  if (cached) {
    if (isOpening) event.waitUntil(opened(resultingClientId, address, true));
    return cached;
  }
  const response = fetch(request);
  if (FILES.has(address)) {
    const keeping = response.then((whole) => keep(address, whole.clone()));
    load(address, keeping);
    event.waitUntil(isOpening ? keeping.then((isOurs) => opened(resultingClientId, address, isOurs)) : keeping);
  }
  return response;
}

async function stored(event, address) {
  for (const cacheName of await homes(event, address)) {
    const cached = await caches.match(SCOPE + address, { cacheName });
    if (cached) return cached;
  }
  return undefined;
}

// The caches in which to look for the file: what is opened is of this version, what an open page loads is of the page's version.
async function homes({ request, clientId }, address) {
  if (request.mode === "navigate") return [NAME];
  if (isNamedAfterContent(address)) return FILES.has(address) ? [NAME] : versions();
  const own = [];
  for (const cacheName of await versions()) if (await caches.match(CLIENT + clientId, { cacheName })) own.push(cacheName);
  return [...own, NAME];
}

// Caches a response if it is the file of this version, and returns whether it is. The server may already have another version.
async function keep(address, response) {
  const copy = await verified(address, response).catch(() => undefined);
  if (copy) await put(SCOPE + address, copy).catch(() => {});
  return Boolean(copy);
}

// After a page was opened as that client (empty in browsers that do not tell) from this version, or from another on the server.
// Browsers check for a new version themselves. If the worker was removed from the server, they do nothing.
async function opened(client, address, isOurs) {
  // If there is no storage for notes, older versions stay longer.
  if (client && isOurs) await note(CLIENT + client).catch(() => {});
  if (await isTurnedOff()) return leave(client);
  // Once the client exists, the page that it replaces is gone.
  if (client) await self.clients.get(client);
  await tidy(client).catch(() => {});
  if (isOurs) await complete(folderOf(address)).catch(() => {});
}

// Caches the rest of a language's core, unless the reader saves data.
async function complete(folder) {
  const { connection } = self.navigator;
  if (connection && connection.saveData) return;
  if (!(await whole(NAME)).includes(folder)) await gather([folder]);
}

// The page requests this file before it registers it. As long as the version is cached, there is nothing to ask the server.
async function registered(request) {
  return (await caches.has(NAME)) ? new Response(null, { status: 204 }) : fetch(request);
}

// --- Stale caches -----------------------------------------------------------------------------------------------

// Expires older versions without open pages, and deletes the notes of clients that are gone. `coming` is the client of a page that
// is being opened; not every browser finds it yet.
async function tidy(coming) {
  await caches.delete(PAGE);
  const living = (await pages()).map(({ id }) => id);
  const noted = new Map();
  for (const name of await versions()) {
    const keys = await (await caches.open(name)).keys();
    noted.set(name, keys.map(({ url }) => url).filter((url) => url.startsWith(CLIENT)).map((url) => url.slice(CLIENT.length)));
  }
  const isKnown = (id) => [...noted.values()].some((ids) => ids.includes(id));
  const mine = await since(NAME);
  for (const [name, ids] of noted) {
    // A newer version is being installed.
    if (name === NAME || (await since(name)) >= mine) continue;
    await expire(name, living.some((id) => ids.includes(id) || !isKnown(id)));
  }
  for (const id of noted.get(NAME) || []) {
    // A page that is being opened at the same time is not listed yet; this waits for it.
    if (id !== coming && !(await self.clients.get(id))) await (await caches.open(NAME)).delete(CLIENT + id);
  }
}

// Deletes the cache of a version an hour after it was last needed.
async function expire(cacheName, isNeeded) {
  const left = await caches.match(LEFT, { cacheName });
  const cache = await caches.open(cacheName);
  if (isNeeded) await cache.delete(LEFT);
  else if (!left) await cache.put(LEFT, new Response(Date.now()));
  else if (Date.now() - Number(await left.text()) > MEMORY) await caches.delete(cacheName);
}

// --- Turning off ------------------------------------------------------------------------------------------------

// Whether the server itself says that this file is gone. A failed connection, an error page and a redirect do not say so.
async function isTurnedOff() {
  try {
    const { status } = await fetch(self.location.href, { cache: "no-cache", redirect: "manual" });
    return status === 404 || status === 410;
  } catch (reason) {
    return false;
  }
}

async function leave(client) {
  await self.registration.unregister();
  for (const name of [...(await versions()), PAGE]) await caches.delete(name);
  // The page was opened from a cache, and the server may not have its files any more.
  const page = client && (await self.clients.get(client));
  if (page) await page.navigate(page.url);
}

// --- Caches, clients and notes ----------------------------------------------------------------------------------

// The names of the caches of all versions of this site.
async function versions() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== PAGE);
}

// The languages whose core is cached completely in that version, as folders that this version has, too.
async function whole(cacheName) {
  const found = [];
  for (const folder of CORE.keys()) if (await caches.match(WHOLE + folder, { cacheName })) found.push(folder);
  return found;
}

// The clients that show a page of this site; another site may stand in a folder of it.
async function pages() {
  const all = await self.clients.matchAll({ includeUncontrolled: true, type: "window" });
  return all.filter(({ url }) => {
    const address = addressOf(url);
    return address !== null && isPage(address) && FILES.has(address);
  });
}

// Writes to the cache of this version, unless it was deleted: that of a worker that was turned off must not come back.
async function put(key, response) {
  if (await caches.has(NAME)) await (await caches.open(NAME)).put(key, response);
}

const note = (key, text) => put(key, new Response(text));

// When that version was installed, in milliseconds.
async function since(cacheName) {
  const found = await caches.match(SINCE, { cacheName });
  return found ? Number(await found.text()) : 0;
}
