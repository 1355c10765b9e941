import { once } from 'node:events'
import type { Server as HttpServer } from 'node:http'
import { createServer } from 'node:net'
import type { AddressInfo, Server } from 'node:net'

/** Whether several sockets of one process may listen on one port, each with a queue of its own (SO_REUSEPORT). */
export const sharesPort = process.platform === 'linux'

/** As many as are let in within one turn of the event loop. */
const doors = 32

export type Doors = { close(): Promise<void> }

/**
 * Lets in more than one at a time. The event loop takes one connection a turn from each socket that listens (libuv 1.47 and later). Where pages are
 * rendered a turn is long, and a crowd would wait in the kernel: neither served nor told to come back. `server` must listen with `reusePort`.
 */
export async function openDoors(server: HttpServer, most: number = doors): Promise<Doors> {
  const { address: host, port } = server.address() as AddressInfo
  const opened: Server[] = []
  for (const wanted = sharesPort ? most - 1 : 0; opened.length < wanted;) {
    // As an HTTP server listens itself.
    const door = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => server.emit('connection', socket))
    door.listen({ host, port, reusePort: true, backlog: 511 })
    await once(door, 'listening')
    opened.push(door)
  }
  return {
    async close() {
      const gone = Promise.all(opened.map((door) => new Promise((resolve) => door.close(resolve))))
      // Who is answered last keeps the connection open for a next question, which nobody will answer.
      const tidying = setInterval(() => server.closeIdleConnections(), 50)
      await gone
      clearInterval(tidying)
    },
  }
}

/** A port that others listen on is refused: with `reusePort` they would share what comes. */
export async function refuseTaken(host: string, port: number): Promise<void> {
  if (port === 0) return
  const trial = createServer().listen({ host, port })
  await once(trial, 'listening')
  trial.close()
  await once(trial, 'close')
}
