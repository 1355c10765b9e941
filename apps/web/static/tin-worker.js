// Shows what a push service brings (modules/notifications) and opens what it speaks of. It takes no page over and keeps nothing.
// What a message says is for its person alone: a computer on which somebody signed out, or is another one, shows that there is one.
const isOwn = (address) =>
  fetch(`${address}/cua-toi`, { redirect: 'manual', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )
self.addEventListener('push', (event) => {
  const { title, body, address, siteName } = event.data?.json() ?? {}
  if (!title || new URL(address).origin !== self.location.origin) return
  const show = async () => {
    const own = await isOwn(address)
    const options = { data: { address }, tag: address, icon: '/favicon.svg' }
    return self.registration.showNotification(own ? title : siteName, own ? { ...options, body } : options)
  }
  event.waitUntil(show())
})
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const address = event.notification.data?.address
  if (address && new URL(address).origin === self.location.origin) event.waitUntil(self.clients.openWindow(address))
})
