// Shows what a push service brings (modules/notifications) and opens what it speaks of. It takes no page over and keeps nothing.
self.addEventListener('push', (event) => {
  const { title, body, address } = event.data?.json() ?? {}
  if (title) event.waitUntil(self.registration.showNotification(title, { body, data: { address }, tag: address, icon: '/favicon.svg' }))
})
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const address = event.notification.data?.address
  if (address && new URL(address).origin === self.location.origin) event.waitUntil(self.clients.openWindow(address))
})
