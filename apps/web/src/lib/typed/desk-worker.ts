import { paths } from '#lib/paths.ts'

const cachesOfDesk = ['dacsan-desk-pages', 'dacsan-desk-parts']
const pagesOfDesk = cachesOfDesk[0]!

const worker = () => navigator.serviceWorker.getRegistration(paths.office)
const isOurs = ({ scope }: ServiceWorkerRegistration) => new URL(scope).pathname === paths.office
/** Whoever counts every byte is asked for none. */
const savesData = () => (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true

/** Keeps these pages on the device for when there is no signal. A browser that cannot, or will not, works as before. */
export async function keepPages(person: string, keep: readonly string[]): Promise<void> {
  if (!('serviceWorker' in navigator) || !navigator.onLine || savesData()) return
  try {
    await navigator.serviceWorker.register('/desk-worker.js', { scope: paths.office, updateViaCache: 'none' })
    const { active } = await navigator.serviceWorker.ready
    active?.postMessage({ person, keep }, [])
  } catch {
    // A private window, or no room: nothing is kept, and nothing is lost.
  }
}

/** Takes the worker away, with what it kept: for whoever has no use for it, and where the office has switched it off. */
export async function keepNoPages(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const registration = await worker().catch(() => undefined)
  if (registration && isOurs(registration)) await registration.unregister()
  await Promise.all(cachesOfDesk.map((name) => caches.delete(name))).catch(() => {})
}

export type KeptPage = { path: string; title: string; seenAt: Date }

/** The pages that open without a signal, the latest first. */
export async function keptPages(): Promise<KeptPage[]> {
  if (!(await caches.has(pagesOfDesk))) return []
  const cache = await caches.open(pagesOfDesk)
  const answers = await Promise.all((await cache.keys()).map(async ({ url }) => ({ url, answer: await cache.match(url) })))
  return answers
    .flatMap(({ url, answer }): KeptPage[] => {
      const { pathname, search } = new URL(url)
      const seenAt = answer?.headers.get('x-seen-at')
      if (!seenAt || pathname === paths.withoutSignal) return []
      return [{ path: pathname + search, title: decodeURIComponent(answer?.headers.get('x-title') ?? ''), seenAt: new Date(seenAt) }]
    })
    .toSorted((one, other) => other.seenAt.getTime() - one.seenAt.getTime())
}
