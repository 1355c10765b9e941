/** Whoever counts every byte is asked for none. */
const savesData = () => (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true

/**
 * Keeps the page that verifies, with its keys and lists, on this device for when there is no network. A browser that cannot, or will not, works as before.
 */
export async function keepThisPage(): Promise<void> {
  if (!('serviceWorker' in navigator) || !navigator.onLine || savesData()) return
  try {
    const { pathname: scope } = location
    await navigator.serviceWorker.register('/certificate-worker.js', { scope, updateViaCache: 'none' })
    const { active } = await navigator.serviceWorker.ready
    // What reads photos is fetched ahead: without a network it could not be.
    await import('jsqr')
    active?.postMessage({ parts: performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname) }, [])
  } catch {
    // A private window, or no room: nothing is kept, and nothing is lost.
  }
}
