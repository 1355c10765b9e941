import type { IncomingMessage } from 'node:http'
import { machineOf } from '@dacsan/modules/identity'
import { keepListening, listenTo, socketNotice, stopListening } from '@dacsan/modules/epcis-repository'
import type { Listener } from '@dacsan/modules/epcis-repository'
import type { Runtime } from '@dacsan/modules/runtime'
import type { Changes } from '@dacsan/platform/changes'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { searchOf } from './answer.ts'
import { sendException } from './epcis-problem.ts'
import { startListening, usualPatience } from './listening.ts'
import type { Closing, Connection, Patience } from './listening.ts'
import { version, wantedForm } from './negotiate.ts'
import { authorizationOf, openUpgrades } from './upgrades.ts'

export type Sockets = {
  isAsked(request: IncomingMessage): boolean
  /** Answers a request for the events of a query by a connection over which they come. */
  open(request: FastifyRequest, reply: FastifyReply, queryName: string): Promise<FastifyReply>
}

/** Subscriptions by WebSocket: EPCIS 2.0 section 12.8.3. Connections that any process holds are woken by the notices of the database. */
export function openSockets(app: FastifyInstance, runtime: Runtime, changes: Changes, patience: Patience = usualPatience): Sockets {
  const upgrades = openUpgrades(app, /^\/epcis\/queries\/[^/?]+\/events(?:\?|$)/)
  const open = new Map<Connection, Promise<unknown>>()
  let isClosing = false
  const wake = () => open.forEach((_, connection) => connection.wake())
  const stopHearing = changes.hear({ changed: (name) => name === socketNotice && wake(), lost() {} })
  app.addHook('preClose', async () => {
    isClosing = true
    stopHearing()
    for (const connection of open.keys()) connection.close('leaving')
    await Promise.all(open.values())
  })

  return {
    isAsked: upgrades.isAsked,
    async open(request, reply, queryName) {
      const wanted = wantedForm(request.headers, { xml: false })
      if (typeof wanted === 'string') return sendException(reply, 'NotAcceptableException', wanted)
      if (isClosing) return sendException(reply, 'ImplementationException', 'the server is going down', 503)
      const search = [...new URLSearchParams(searchOf(request))]
      if (new Set(search.map(([name]) => name)).size < search.length)
        return sendException(reply, 'SubscriptionControlsException', 'a parameter stands there twice')
      const heard = await listenTo(request.partner, queryName, Object.fromEntries(search))
      if (!heard.ok) {
        if (heard.refusal.code === 'no-organisation') return sendException(reply, 'SecurityException', heard.refusal.code)
        if (heard.refusal.code === 'subscription-controls')
          return sendException(reply, 'SubscriptionControlsException', heard.refusal.reason)
        const detail = `a key has no more than ${heard.refusal.most} connections at once`
        return sendException(reply.header('retry-after', '60'), 'SubscriptionControlsException', detail, 429)
      }
      const listener = heard.value
      const gone = () => stopListening(runtime, listener.id).catch(failed)
      const failed = (err: unknown) => runtime.log.warn({ err, subscription: listener.id }, 'a listener was not told')
      reply.hijack()
      try {
        const socket = await upgrades.accept(request.raw, handshakeOf(listener))
        const closed = new Promise((resolve) => socket.once('close', resolve)).then(gone)
        const mayNot = whetherItMay(runtime, request, listener)
        const connection = startListening({
          socket,
          listener,
          epcFormat: wanted.epcFormat,
          ctx: { db: runtime.db, origin: runtime.config.origin },
          patience,
          mayNot,
          failed,
        })
        open.set(connection, closed)
        void closed.then(() => open.delete(connection))
        if (isClosing) connection.close('leaving')
      } catch {
        await gone()
      }
      return reply
    },
  }
}

const handshakeOf = ({ minRecordTime }: Listener) => [
  `GS1-EPCIS-Version: ${version}`,
  `GS1-CBV-Version: ${version}`,
  `GS1-Query-Min-Record-Time: ${minRecordTime.toISOString()}`,
]

/** A key is asked for again no more often than this: one second later a revoked one hears nothing. */
const freshFor = 1_000

/** Whether the key is still good, and the query still there; the listener counts as alive where both are. */
function whetherItMay(runtime: Runtime, { raw, ip, id: requestId }: FastifyRequest, { id }: Listener): () => Promise<Closing | null> {
  let askedAt = performance.now()
  return async () => {
    if (performance.now() - askedAt < freshFor) return null
    askedAt = performance.now()
    const asking = { db: runtime.db, now: new Date(), address: ip, requestId }
    if (!(await machineOf(asking, authorizationOf(raw, true), 'epcis')).ok) return 'revoked'
    return (await keepListening(runtime, id)) ? null : 'dropped'
  }
}
