// The portal without a network: its pages from the last installation, and the orders that were seen last.
// SHELL and VERSION are put before this file when the portal is built (vite.config.ts).
/* global SHELL, VERSION */

const shellCache = `qudao-shell-${VERSION}`;
/** What was read, by whose login. There is never more than one login's. */
const seenCache = 'qudao-seen-';
/** Whose it is: one entry, the account's id. */
const keptCache = 'qudao-kept';
const whoKey = '/who';
/** How many answers are kept: the oldest go first. */
const mostKept = 60;
/** How long the network is waited for when there is an answer of before. */
const patienceMs = 4000;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(shellCache).then((cache) => cache.addAll(SHELL)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith('qudao-shell-') && name !== shellCache) {
          await caches.delete(name);
        }
      }
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('message', (event) => {
  if (event.data === 'take over') {
    void self.skipWaiting();
  }
});

/** What may be read again without a network: who one is, the orders, what is under way. */
function isSeen(path) {
  return /^\/api\/portal\/(me|arrivals|orders(\/[^/]+)?)$/.test(path);
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) {
    return;
  }
  if (url.pathname === '/api/portal/session') {
    // Whoever signs in or out leaves nothing behind for the next.
    event.waitUntil(forget());
    return;
  }
  if (request.method !== 'GET' || url.pathname.startsWith('/office')) {
    return;
  }
  if (isSeen(url.pathname)) {
    event.respondWith(seen(event, url));
  } else if (request.mode === 'navigate' && !url.pathname.startsWith('/api/')) {
    event.respondWith(page(request));
  } else if (url.pathname.startsWith('/assets/')) {
    event.respondWith(
      caches.match(request, { cacheName: shellCache }).then((kept) => kept ?? fetch(request)),
    );
  }
});

/** The app's one page: from the server, else as it was installed. */
async function page(request) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match('/', { cacheName: shellCache })) ?? Response.error();
  }
}

async function who() {
  const kept = await caches.match(whoKey, { cacheName: keptCache });
  return kept ? kept.text() : '';
}

/** Forgets everything that anybody has read on this device. */
async function forget() {
  for (const name of await caches.keys()) {
    if (name.startsWith(seenCache) || name === keptCache) {
      await caches.delete(name);
    }
  }
}

/** Keeps what the signed-in account is known by; with another one everything of before goes. */
async function know(id) {
  if ((await who()) !== id) {
    await forget();
    const cache = await caches.open(keptCache);
    await cache.put(whoKey, new Response(id));
  }
}

/** An answer from the server, kept for later; without the server the one of before, with its time. */
async function seen(event, url) {
  const mine = await who();
  const name = seenCache + mine;
  const before = mine ? await caches.match(event.request, { cacheName: name, ignoreVary: true }) : undefined;
  const asked = fetch(event.request).then(async (answer) => {
    if (answer.status === 401) {
      await forget();
    } else if (answer.ok) {
      await keep(url, event.request, answer.clone(), mine);
    }
    return answer;
  });
  if (!before) {
    return asked;
  }
  event.waitUntil(asked.catch(() => undefined));
  const late = new Promise((resolve) => setTimeout(() => resolve(before), patienceMs));
  // A line that is there and says nothing is as good as none.
  return Promise.race([asked.catch(() => before), late]);
}

async function keep(url, request, answer, mine) {
  let owner = mine;
  if (url.pathname === '/api/portal/me') {
    const me = await answer.clone().json();
    owner = String(me.account.id);
    await know(owner);
  }
  // Somebody else may have signed in while this was under way.
  if (!owner || (await who()) !== owner) {
    return;
  }
  const headers = new Headers(answer.headers);
  headers.set('X-Seen-At', new Date().toISOString());
  const cache = await caches.open(seenCache + owner);
  await cache.delete(request, { ignoreVary: true });
  await cache.put(request, new Response(await answer.blob(), { status: answer.status, headers }));
  const kept = await cache.keys();
  for (const old of kept.slice(0, Math.max(0, kept.length - mostKept))) {
    await cache.delete(old, { ignoreVary: true });
  }
}
