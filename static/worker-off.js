// `sw.js` of a site that shows another report than it was built for (crates/plan-prerender, neutral.rs), which has no worker: browsers that
// still have that of the build (static/worker.js) find this one, which deletes what is kept and loads open pages anew. Another script at
// the same address works on every server; that the file is gone, some of them never say.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const { scope } = self.registration;
  for (const name of await caches.keys()) if (name.startsWith(`plan-explorer ${scope} `)) await caches.delete(name);
  await self.clients.claim();
  await self.registration.unregister();
  for (const page of await self.clients.matchAll({ type: "window" })) await page.navigate(page.url).catch(() => {});
}
