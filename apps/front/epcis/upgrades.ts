import { ServerResponse } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { WebSocketServer } from 'ws'
import type { WebSocket } from 'ws'

/** Requests that ask for a WebSocket, brought to the routes like others: who may not is answered in plain HTTP, with the problem of the standard. */
export type Upgrades = {
  isAsked(request: IncomingMessage): boolean
  /** Ends the answer of a request by the connection that it asked for; `headers` go into the handshake. */
  accept(request: IncomingMessage, headers: readonly string[]): Promise<WebSocket>
}

/** The protocol of a browser, which can send no header of its own: `epcis`, and the key beside it as `bearer.KEY`, which is never sent back. */
export const protocol = 'epcis'
const keyProtocol = /(?:^|,)\s*bearer\.([^\s,]+)\s*(?:,|$)/

/** What a request comes in with: the header, or where a browser opens a WebSocket the protocol that carries the key. */
export function authorizationOf({ headers }: IncomingMessage, isUpgrade: boolean): string | undefined {
  if (headers.authorization !== undefined || !isUpgrade) return headers.authorization
  const key = keyProtocol.exec(headers['sec-websocket-protocol'] ?? '')?.[1]
  return key === undefined ? undefined : `Bearer ${key}`
}

/** No message of a listener is read; a larger one ends the connection before it is taken in. */
const maxPayload = 1024

/** From now on requests for a WebSocket at these addresses come to the routes of the application; all others are answered as if they had not asked. */
export function openUpgrades(app: FastifyInstance, path: RegExp): Upgrades {
  const asked = new WeakMap<IncomingMessage, { socket: Duplex; head: Buffer; response: ServerResponse }>()
  const more = new WeakMap<IncomingMessage, readonly string[]>()
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload,
    handleProtocols: (offered) => (offered.has(protocol) ? protocol : false),
  })
  server.on('headers', (headers, request) => headers.push(...(more.get(request) ?? [])))
  const isOurs = ({ url = '', headers }: IncomingMessage) => path.test(url) && headers.upgrade?.toLowerCase() === 'websocket'
  Object.assign(app.server, { shouldUpgradeCallback: isOurs })
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Until somebody listens to it.
    const gone = () => socket.destroy()
    socket.once('error', gone)
    const response = new ServerResponse(request)
    response.shouldKeepAlive = false
    response.assignSocket(socket as Socket)
    response.once('finish', () => socket.end())
    asked.set(request, { socket, head, response })
    app.routing(request, response)
  })
  return {
    isAsked: (request) => asked.has(request),
    accept(request, headers) {
      const { socket, head, response } = asked.get(request)!
      response.detachSocket(socket as Socket)
      more.set(request, headers)
      return new Promise((resolve, reject) => {
        socket.once('close', () => reject(new Error('the connection was gone before it was a WebSocket')))
        server.handleUpgrade(request, socket, head, resolve)
      })
    },
  }
}
