// Shows the page that verifies certificates where there is no network, as it was last seen: its keys and its lists of withdrawn certificates say of which
// day they are. It asks the server first, and keeps nothing of what anybody verified.
const pages = 'dacsan-certificate-page'
const parts = 'dacsan-certificate-parts'
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
  else if (request.mode === 'navigate') event.respondWith(pageOf(request, pathname))
})

self.addEventListener('message', ({ data, waitUntil }) => {
  if (data?.keep === undefined) return
  const kept = keep(data).catch(() => {})
  waitUntil?.(kept)
})

async function keep({ keep: pathname, parts: seen }) {
  // As everybody sees it: who is signed in here stays out of what is kept.
  const answer = await fetch(pathname, { headers: { accept: 'text/html' }, cache: 'no-store', credentials: 'omit' })
  const html = await keepPage(pathname, answer)
  const named = html.match(/\/_app\/immutable\/[\w./-]+/g) ?? []
  await Promise.all([...new Set([...named, ...seen.filter(isPart)])].map(keepPart))
}

async function keepPage(pathname, answer) {
  if (!answer.ok) return ''
  const html = await answer.clone().text()
  // Its scripts run by the nonce of this policy alone.
  const policy = answer.headers.get('content-security-policy')
  const headers = { 'content-type': 'text/html; charset=utf-8', ...(policy && { 'content-security-policy': policy }) }
  await (await caches.open(pages)).put(pathname, new Response(html, { headers }))
  return html
}

/** Parts of pages are named by their content: one that is kept is right. */
async function keepPart(path) {
  const cache = await caches.open(parts)
  if (await cache.match(path)) return
  const answer = await fetch(path)
  if (answer.ok) await cache.put(path, answer)
}

async function partOf(request) {
  return (await caches.match(request.url, { cacheName: parts })) ?? fetch(request)
}

async function pageOf(request, pathname) {
  const kept = await caches.match(pathname, { cacheName: pages })
  const asked = fetch(request)
  try {
    const answer = await (kept ? Promise.race([asked, new Promise((resolve) => setTimeout(() => resolve(kept), patience))]) : asked)
    return answer.status === 503 && kept ? kept : answer
  } catch {
    asked.catch(() => {})
    return kept ?? Response.error()
  }
}
