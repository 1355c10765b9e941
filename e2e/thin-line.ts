import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

/** A line to the product that breaks where a test says so. */
export async function thinLine(product: string) {
  const port = Number(new URL(product).port)
  const sockets = new Set<Socket>()
  let away = false
  /** After so many bytes up the line breaks; null: it holds. */
  let cut: (() => number) | null = null
  let carried = 0
  const server = createServer((near) => {
    if (away) return near.destroy()
    const far = connect(port, 'localhost')
    const most = cut?.() ?? Infinity
    let sent = 0
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        sockets.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.on('data', (bytes) => {
      sent += bytes.length
      carried += bytes.length
      if (sent > most) near.destroy()
      else far.write(bytes)
    })
    far.pipe(near)
  }).listen(0, 'localhost')
  await once(server, 'listening')
  const drop = () => sockets.forEach((socket) => socket.destroy())
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    /** How much went up (bytes). */
    get carried() {
      return carried
    },
    goAway() {
      away = true
      drop()
    },
    comeBack({ breaksAfter = null }: { breaksAfter?: (() => number) | null } = {}) {
      away = false
      cut = breaksAfter
      drop()
    },
    async close() {
      drop()
      server.close()
      await once(server, 'close')
    },
  }
}
