// Shows the page that verifies certificates where there is no network, as it was last seen: its keys and its lists of withdrawn certificates say of which
// day they are. It asks the server first, and keeps nothing of what anybody verified.
const scope = new URL(self.registration.scope).pathname
/** The page, in the language of this scope, and its parts. */
const kept = `dacsan-certificate ${scope}`
/** Asked so long without an answer (ms), the page that is kept is shown. */
const patience = 4_000
const isPart = (pathname) => pathname.startsWith('/_app/immutable/')

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (isPart(pathname)) event.respondWith(partOf(request))
  else if (request.mode === 'navigate' && pathname === scope) event.respondWith(pageOf(request))
})

self.addEventListener('message', (event) => {
  if (event.data?.parts !== undefined) event.waitUntil(keep(event.data).catch(() => {}))
})

async function keep({ parts: seen }) {
  // As everybody sees it: who is signed in here stays out of what is kept.
  const answer = await fetch(scope, { headers: { accept: 'text/html' }, cache: 'no-store', credentials: 'omit' })
  if (!answer.ok) return
  const html = await answer.text()
  const named = new Set([...(html.match(/\/_app\/immutable\/[\w./-]+/g) ?? []), ...seen.filter(isPart)])
  await Promise.all([...named].map(keepPart))
  const cache = await caches.open(kept)
  // Its scripts run by the nonce of this policy alone.
  const policy = answer.headers.get('content-security-policy')
  const headers = { 'content-type': 'text/html; charset=utf-8', ...(policy && { 'content-security-policy': policy }) }
  await cache.put(scope, new Response(html, { headers }))
  const old = (await cache.keys()).filter(({ url }) => ![scope, ...named].includes(new URL(url).pathname))
  await Promise.all(old.map((one) => cache.delete(one)))
}

/** Parts of pages are named by their content: one that is kept is right. */
async function keepPart(path) {
  const cache = await caches.open(kept)
  if (await cache.match(path)) return
  const answer = await fetch(path)
  if (!answer.ok) throw new Error(`${path} is not there`)
  await cache.put(path, answer)
}

async function partOf(request) {
  return (await caches.match(request.url, { cacheName: kept })) ?? fetch(request)
}

async function pageOf(request) {
  const page = await caches.match(scope, { cacheName: kept })
  const asked = fetch(request)
  try {
    const answer = await (page ? Promise.race([asked, new Promise((resolve) => setTimeout(() => resolve(page), patience))]) : asked)
    return answer.status === 503 && page ? page : answer
  } catch {
    asked.catch(() => {})
    return page ?? Response.error()
  }
}
