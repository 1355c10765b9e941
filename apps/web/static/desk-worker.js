// Shows the pages of a producer's desk as they were last seen, where there is no signal. It never answers before the server was asked, and sends
// nothing by itself: forms wait in the queue of the page (src/lib/typed). A new version takes over at once; what waits lies elsewhere.
const [pages, parts, about] = ['dacsan-desk-pages', 'dacsan-desk-parts', '/desk-worker/person']
const desk = '/van-phong'
const withoutSignal = `${desk}/khong-mang`
/** What waits to be sent is seen, saved and removed without a signal too. */
const notSent = `${desk}/chua-gui`
/** A page that is kept already is shown after so long without an answer (ms): on a weak signal nobody waits for nothing. */
const patience = 8_000
/** A page that was fetched for keeping is not fetched again before (ms): bytes cost the people who have least. */
const fresh = 10 * 60_000
const mostPages = 60

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (pathname.startsWith('/_app/immutable/')) event.respondWith(partOf(request))
  else if (request.mode === 'navigate' && (pathname === desk || pathname.startsWith(`${desk}/`))) event.respondWith(pageOf(request))
})

/** `keep`: pages that their person opened or will need. One at a time: the line is thin. */
let keeping = Promise.resolve()
self.addEventListener('message', (event) => {
  const { data } = event
  if (data?.keep === undefined) return
  keeping = keeping.then(() => keepAll(data)).catch(() => {})
  event.waitUntil?.(keeping)
})

async function keepAll({ person, keep }) {
  const cache = await caches.open(pages)
  const known = await (await cache.match(about))?.text()
  // Somebody else works here now.
  if (known !== undefined && known !== person) await forget()
  await (await caches.open(pages)).put(about, new Response(person))
  for (const path of keep) await keepPage(path)
  await trim()
}

async function keepPage(path) {
  const cache = await caches.open(pages)
  const kept = await cache.match(path)
  if (kept && Date.now() - Date.parse(kept.headers.get('x-seen-at')) < fresh) return
  const answer = await fetch(path, { headers: { accept: 'text/html' }, redirect: 'manual', cache: 'no-store' })
  if (!answer.ok || !answer.headers.get('content-type')?.startsWith('text/html')) return
  const html = await answer.text()
  await Promise.all(partsIn(html).map(keepPart))
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'x-seen-at': new Date().toISOString(),
    'x-title': encodeURIComponent(titleOf(html)),
  }
  // Its scripts run by the nonce of this policy alone.
  const policy = answer.headers.get('content-security-policy')
  await cache.put(path, new Response(html, { headers: policy ? { ...headers, 'content-security-policy': policy } : headers }))
}

const partsIn = (html) => [...new Set(html.match(/\/_app\/immutable\/[\w./-]+/g) ?? [])]
const titleOf = (html) => /<title>([^<]*)<\/title>/.exec(html)?.[1]?.split(' · ')[0] ?? ''

async function keepPart(path) {
  const cache = await caches.open(parts)
  if (await cache.match(path)) return
  const answer = await fetch(path)
  if (answer.ok) await cache.put(path, answer)
}

/** Parts of pages are named by their content: one that is kept is right. */
async function partOf(request) {
  return (await caches.match(request.url, { cacheName: parts })) ?? fetch(request)
}

async function pageOf(request) {
  const asked = fetch(request)
  const kept = await caches.match(request.url, { cacheName: pages })
  try {
    const answer = await (kept ? Promise.race([asked, afterPatience(kept)]) : asked)
    // The server starts again, or is too busy: what was seen last is more than an excuse.
    return answer.status === 503 && kept ? lastSeen(kept) : answer
  } catch {
    asked.catch(() => {})
    return kept ? lastSeen(kept) : nothingSeen(request.url)
  }
}

const afterPatience = (kept) => new Promise((resolve) => setTimeout(() => resolve(lastSeen(kept)), patience))

/** The page of then, which says of when it is. */
async function lastSeen(kept) {
  const copy = kept.clone()
  const html = (await copy.text()).replace('<html ', `<html data-seen-at="${copy.headers.get('x-seen-at')}" `)
  return new Response(html, { headers: copy.headers })
}

/** Leads to the page that lists those which open: a page stands under its own address, or its scripts would take it for another. */
async function nothingSeen(url) {
  const others = new URL(withoutSignal, self.location.origin).href
  return url !== others && (await caches.match(others, { cacheName: pages })) ? Response.redirect(others) : Response.error()
}

async function forget() {
  await Promise.all([caches.delete(pages), caches.delete(parts)])
}

/** What was kept longest ago goes first; the page that lists the others stays. */
async function trim() {
  const cache = await caches.open(pages)
  const all = (await cache.keys()).filter(({ url }) => ![about, withoutSignal, notSent].includes(new URL(url).pathname))
  for (const one of all.slice(0, Math.max(0, all.length - mostPages))) await cache.delete(one)
}
