import { paths } from '#lib/paths.ts'

export type OwnSubscription = { endpoint: string; p256dh: string; auth: string }

/** Asks this browser for its address at its push service; `denied` where its person does not want that. */
export async function subscribeHere(publicKey: string): Promise<OwnSubscription | 'denied' | 'failed'> {
  try {
    if ((await Notification.requestPermission()) !== 'granted') return 'denied'
    const registration = await navigator.serviceWorker.register('/tin-worker.js', { scope: paths.pushScope })
    const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
    const { endpoint, keys } = subscription.toJSON()
    const [p256dh, auth] = [keys?.['p256dh'], keys?.['auth']]
    return endpoint && p256dh && auth ? { endpoint, p256dh, auth } : 'failed'
  } catch {
    return 'failed'
  }
}
