// Keeps the site for when there is no network, and brings a new version of it whole or not at all. The build writes it as sw.js,
// after two lines: VERSION, which follows from all that is in the build, and FILES, the address of each file from here with the
// SHA-256 of its content (crates/plan-prerender, worker.rs).
//
// - Every version has a cache of its own, which names this folder: other sites, and other copies of this one, have theirs.
// - A version is there when each of its files has come with the content that the list says; otherwise it is not, nothing is left
//   of it, and the one before goes on.
// - A new version takes over at once, but only for pages that are opened from then on. The browser gives each open page an id,
//   which is noted in the cache that the page came from: it goes on with that one. A page that no cache knows may be of any, and
//   keeps them all. A cache goes when none of its pages has been seen for an hour: browsers remember pages that were left, do not
//   tell of them, and show them again as they were.
// - Nothing is kept in variables: browsers end a worker whenever it has nothing to do.

const SCOPE = self.registration.scope;
// No address has a space in it: /a/ and /a/b/ cannot be mistaken for each other.
const PREFIX = `plan-explorer ${SCOPE} `;
const NAME = PREFIX + VERSION;
// What says in a kept file which content it has.
const DIGEST = "x-plan-digest";
// Longer than any browser remembers a page that was left, in milliseconds.
const MEMORY = 3600000;
// So many files come at a time: the reader may want some as well, and browsers open six connections.
const LANES = 3;

// Notes stand in a cache beside the files, at addresses that no file has.
const SINCE = `${SCOPE}?since`;
const WHOLE = `${SCOPE}?whole`;
const LEFT = `${SCOPE}?left`;
const CLIENT = `${SCOPE}?client=`;

const isPage = (address) => address === "" || address.endsWith("/");
// Such a file is the same in every version that has it.
const isNamedAfterContent = (address) => /^[^/]+-[0-9a-f]{16}(_bg)?\.\w+$/.test(address);

// From here to what is asked for; null where that is elsewhere.
function addressOf(url) {
  const [place] = url.split(/[?#]/, 1);
  return place.startsWith(SCOPE) ? place.slice(SCOPE.length).replace(/(^|\/)index\.html$/, "$1") : null;
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = addressOf(request.url);
  // What is not of the site, and what asks for a part of a file, is not ours to answer.
  if (address === null || request.method !== "GET" || request.headers.has("range")) return;
  if (SCOPE + address === self.location.href) {
    event.respondWith(registered(request));
  } else if (request.mode !== "navigate") {
    if (FILES.has(address) || isNamedAfterContent(address)) event.respondWith(answer(request, address, () => homes(event.clientId, address)));
  } else if (FILES.has(address)) {
    event.respondWith(answer(request, address, () => [NAME]));
    if (isPage(address)) event.waitUntil(visited(event.resultingClientId));
  } else if (FILES.has(`${address}/`)) {
    event.respondWith(Response.redirect(`${SCOPE}${address}/${new URL(request.url).search}`));
  }
});

// --- A version comes --------------------------------------------------------------------------------------------

async function install() {
  // One that the publisher has put back may still be there.
  if (!(await caches.match(WHOLE, { cacheName: NAME }))) await gather();
  await put(SINCE, Date.now());
  await (await caches.open(NAME)).delete(LEFT);
  await self.skipWaiting();
}

async function gather() {
  // What an attempt has left that was ended in the middle.
  await caches.delete(NAME);
  const others = await versions();
  const cache = await caches.open(NAME);
  const stop = new AbortController();
  const files = FILES.entries();
  const lane = async () => {
    for (const [address, digest] of files) {
      await cache.put(SCOPE + address, (await known(others, address, digest)) || (await fetched(address, digest, stop.signal)));
    }
  };
  try {
    await put(SINCE, Date.now());
    await Promise.all(Array.from({ length: LANES }, lane));
    await cache.put(WHOLE, new Response());
    // The browser may have removed it meanwhile.
    if (!(await caches.has(NAME))) throw new Error(`${NAME} is gone`);
  } catch (reason) {
    // A line that was cut, a file that is not what the list says, no room: the version before is not touched.
    stop.abort();
    await caches.delete(NAME);
    throw reason;
  }
}

// The file from another version that has the same. Pages come anew: their headers, too, say something.
async function known(others, address, digest) {
  for (const cacheName of isPage(address) ? [] : others) {
    const kept = await caches.match(SCOPE + address, { cacheName });
    if (kept && kept.headers.get(DIGEST) === digest) return kept;
  }
  return undefined;
}

// The browser refuses content that is not that of the digest.
async function fetched(address, digest, signal) {
  const ask = (cache) => fetch(SCOPE + address, { cache, signal, integrity: `sha256-${digest}`, priority: "low" });
  // What the browser has kept may be damaged, too.
  const response = isNamedAfterContent(address) ? await ask("default").catch(() => ask("reload")) : await ask("no-cache");
  const headers = new Headers(response.headers);
  // Of what came over the line, not of the content; and nothing else varies in what has one digest.
  for (const name of ["content-encoding", "content-length", "vary"]) headers.delete(name);
  headers.set(DIGEST, digest);
  return new Response(response.body, { headers });
}

async function activate() {
  await self.clients.claim();
  // Who read the page before there was a version here read this one.
  if ((await versions()).length === 1) for (const { id } of await pages()) await put(CLIENT + id);
  await tidy();
}

// --- A page is read ---------------------------------------------------------------------------------------------

// The file from the first cache of those that has it, or else from the network.
async function answer(request, address, places) {
  try {
    for (const cacheName of await places()) {
      const kept = await caches.match(SCOPE + address, { cacheName });
      if (kept) return kept;
    }
  } catch (reason) {
    // Storage that does not answer is no reason for the network not to.
  }
  return fetch(request);
}

// The caches in which to look for a file of that client’s page.
async function homes(client, address) {
  if (isNamedAfterContent(address)) return FILES.has(address) ? [NAME] : versions();
  const own = [];
  for (const cacheName of await versions()) if (await caches.match(CLIENT + client, { cacheName })) own.push(cacheName);
  return [...own, NAME];
}

// A page of this version was opened as that client; browsers that do not know which one say none. They look for a new version by
// themselves. What they ask for that was taken away they do not tell anybody.
async function visited(client) {
  // Without room for notes, more is kept than must be.
  if (client) await put(CLIENT + client).catch(() => {});
  if (await isTurnedOff()) return leave(client);
  // When it is there, the page that it takes the place of is gone.
  if (client) await self.clients.get(client);
  return tidy(client).catch(() => {});
}

// The page asks for this file before it registers it. Where it is there is nothing to ask the server.
async function registered(request) {
  return (await caches.has(NAME)) ? new Response(null, { status: 204 }) : fetch(request);
}

// Has the versions before this one expire of which no page is left; and removes from this one notes of pages that are gone. The
// client that is just coming may not yet be among the pages.
async function tidy(coming) {
  const living = (await pages()).map(({ id }) => id);
  const noted = new Map();
  for (const name of await versions()) {
    const keys = await (await caches.open(name)).keys();
    noted.set(name, keys.map(({ url }) => url).filter((url) => url.startsWith(CLIENT)).map((url) => url.slice(CLIENT.length)));
  }
  const isKnown = (id) => [...noted.values()].some((ids) => ids.includes(id));
  const mine = await since(NAME);
  for (const [name, ids] of noted) {
    // A later one is on its way.
    if (name === NAME || (await since(name)) >= mine) continue;
    await expire(name, living.some((id) => ids.includes(id) || !isKnown(id)));
  }
  for (const id of noted.get(NAME) || []) {
    if (id !== coming && !living.includes(id)) await (await caches.open(NAME)).delete(CLIENT + id);
  }
}

// Removes a version whose pages have long been gone.
async function expire(cacheName, isNeeded) {
  const left = await caches.match(LEFT, { cacheName });
  const cache = await caches.open(cacheName);
  if (isNeeded) await cache.delete(LEFT);
  else if (!left) await cache.put(LEFT, new Response(Date.now()));
  else if (Date.now() - Number(await left.text()) > MEMORY) await caches.delete(cacheName);
}

// --- The publisher wants no worker any more ---------------------------------------------------------------------

// The server says that this file is gone: no failure of the line, no page of an error, no way elsewhere is that.
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
  for (const name of await versions()) await caches.delete(name);
  // It has only just been opened, from files that the server may not have any more.
  const page = client && (await self.clients.get(client));
  if (page) await page.navigate(page.url);
}

// --- What is there ----------------------------------------------------------------------------------------------

// The caches of this site.
async function versions() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}

// The open pages of this site; not those of another that stands in a folder of it.
async function pages() {
  const all = await self.clients.matchAll({ includeUncontrolled: true, type: "window" });
  return all.filter(({ url }) => {
    const address = addressOf(url);
    return address !== null && isPage(address) && FILES.has(address);
  });
}

// Writes a note where the version is.
async function put(key, text) {
  if (await caches.has(NAME)) await (await caches.open(NAME)).put(key, new Response(text));
}

// When a version came.
async function since(cacheName) {
  const note = await caches.match(SINCE, { cacheName });
  return note ? Number(await note.text()) : 0;
}
