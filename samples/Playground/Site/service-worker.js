// Keeps the whole site, so that it works without a network after the first visit. files.js has the list, and a version that changes with any of the files.
importScripts('files.js');

const name = `site-${self.site.version}`;

self.addEventListener('install', event => event.waitUntil((async () => {
  const cache = await caches.open(name);
  await cache.addAll(['./', ...self.site.files]);
  await self.skipWaiting();
})()));

self.addEventListener('activate', event => event.waitUntil((async () => {
  for (const old of await caches.keys()) {
    if (old.startsWith('site-') && old !== name)
      await caches.delete(old);
  }
  await self.clients.claim();
})()));

// The web host first: who builds the site anew sees the new one at once.
self.addEventListener('fetch', event => {
  if (event.request.method === 'GET' && new URL(event.request.url).origin === location.origin)
    event.respondWith(fetch(event.request).catch(async () => await caches.match(event.request, { ignoreSearch: true }) ?? Response.error()));
});
