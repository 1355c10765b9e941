import type { AddressInfo } from 'node:net'
import rateLimit from '@fastify/rate-limit'
import fastify, { LogController } from 'fastify'
import type { FastifyBaseLogger, FastifyInstance, FastifyListenOptions, FastifyReply } from 'fastify'
import { openRuntime } from '@dacsan/modules/runtime'
import type { OpenInstallation } from '@dacsan/modules/runtime'
import { scansWritten } from '@dacsan/modules/traceability'
import { newId } from '@dacsan/platform/ids'
import { networkOf } from '@dacsan/platform/network-of'
import { requestScope } from '@dacsan/platform/request-scope'
import { accessLog } from './access-log.ts'
import { compressAnswer } from './compress.ts'
import { registerCredentials } from './credentials.ts'
import { registerEpcis } from './epcis/epcis.ts'
import type { Patience } from './epcis/listening.ts'
import { type Doors, openDoors, refuseTaken, sharesPort } from './doors.ts'
import { registerFeeds } from './feeds.ts'
import { registerHealth } from './health.ts'
import { registerLog } from './log.ts'
import { registerOpenData } from './open-data/open-data.ts'
import { openPageMemory } from './page-memory/open-page-memory.ts'
import { loadPages, pageAnswer, servePages } from './pages.ts'
import { registerPhotos } from './photos.ts'
import { onError, sendProblem } from './problem.ts'
import { registerResolver } from './resolver/resolver.ts'
import { safeHeaders } from './safe-headers.ts'
import { shedLoad } from './shed-load.ts'
import type { PageHandler } from './spoken.ts'
import { registerWebhooks } from './webhooks.ts'

export type Front = { port: number; close(): Promise<void> }

export type FrontOptions = {
  /** Absent: pages and machine routes on one port. */
  only?: 'pages' | 'machines'
  /** Where `apps/web` was built, or a handler of the same shape; not asked for by machine routes alone. */
  pages?: URL | PageHandler
  /** How long connections of listeners to events are waited for; as usual unless told. */
  listeners?: Patience
  /** What pages that are answered from memory may take, in bytes; 64 MiB unless told. */
  memoryBytes?: number
}

/** Serves the installation on its port: machine routes themselves, everything else by the pages. */
export async function startFront(installation: OpenInstallation, options: FrontOptions = {}): Promise<Front> {
  const runtime = await openRuntime(installation)
  const { config, log } = runtime
  const kept = openPageMemory(runtime, options.memoryBytes)
  const { memory } = kept
  const safe = safeHeaders(config.origin)
  const app: FastifyInstance = fastify({
    loggerInstance: log.child({ part: 'front' }) as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId('req'),
    // The few lines that are written name their request themselves: no log of its own for each.
    childLoggerFactory: (log) => log,
    trustProxy: (_address, hop) => hop < config.trustedProxies,
    bodyLimit: 1024 * 1024,
    // Time enough for a photo over a bad line; a body that never ends does not keep its connection.
    requestTimeout: 10 * 60_000,
    // A URI as part of an address, percent-encoded: the name of an event has some hundred characters.
    routerOptions: { maxParamLength: 4_000 },
    forceCloseConnections: 'idle',
    // An address that cannot be read.
    frameworkErrors: (error, _request, reply: FastifyReply) => {
      sendProblem(reply.headers(safe), error.statusCode ?? 400, error.message)
    },
  })
  app.setErrorHandler(onError)
  const access = config.accessLog ? accessLog(log.child({ part: 'front' }), config.trustedProxies) : null
  let isProxyTold = config.trustedProxies > 0
  app.addHook('onRequest', (request, reply, next) => {
    if (!isProxyTold && request.headers['x-forwarded-for'] !== undefined) {
      isProxyTold = true
      log.warn('X-Forwarded-For came in while TRUSTED_PROXIES is 0: behind a proxy all visitors count as one (docs/runbook.md)')
    }
    reply.headers(safe)
    access?.follow(request.raw, reply.raw, { requestId: request.id, address: request.ip })
    requestScope.run(request.id, next)
  })
  const shedder = shedLoad(runtime.auth.namesSession)
  const { countAnswer } = registerHealth(app, runtime, shedder, () => memory.metrics())
  await app.register(rateLimit, { global: false, keyGenerator: ({ ip }) => networkOf(ip) })
  const pages = options.pages
    ? pageAnswer(options.pages instanceof URL ? await loadPages(options.pages) : options.pages, config, memory, shedder)
    : null
  if (options.only !== 'pages') {
    registerPhotos(app, runtime)
    registerLog(app, runtime)
    registerCredentials(app, runtime)
    await app.register(async (resolver) => registerResolver(resolver, runtime, { pages, changes: kept.changes, countAnswer, access }))
    await app.register(async (machines) => {
      machines.addHook('onRequest', (request, reply, next) => compressAnswer(request.raw, reply.raw, next))
      registerOpenData(machines, runtime)
      registerFeeds(machines, runtime)
    })
    await app.register(async (machines) => {
      machines.addHook('onRequest', (request, reply, next) => compressAnswer(request.raw, reply.raw, next))
      await registerEpcis(machines, runtime, { changes: kept.changes, patience: options.listeners })
    })
    await app.register(async (machines) => registerWebhooks(machines, runtime))
  }
  if (pages) servePages(app, pages)
  else app.setNotFoundHandler((_request, reply) => sendProblem(reply, 404))
  let doors: Doors
  try {
    await refuseTaken(config.host, config.port)
    // Its types do not know the option, which it gives to Node.
    await app.listen({ port: config.port, host: config.host, reusePort: sharesPort } as FastifyListenOptions)
    doors = await openDoors(app.server)
  } catch (error) {
    await app.close()
    await kept.close()
    throw error
  }
  const close = async () => {
    await Promise.all([app.close(), doors.close()])
    await kept.close()
    await scansWritten(runtime.db)
  }
  return { port: (app.server.address() as AddressInfo).port, close }
}
