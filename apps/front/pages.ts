import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { province } from '@dacsan/modules/province'
import type { Config } from '@dacsan/platform/config'
import { compressAnswer } from './compress.ts'
import type { PageMemory } from './page-memory/page-memory.ts'
import { safeHeaders } from './safe-headers.ts'
import { aboutKeeping, spoken } from './spoken.ts'
import type { PageHandler } from './spoken.ts'
import type { Shedder } from './shed-load.ts'
import { endSlowBody } from './slow-body.ts'

/** Loads the pages from where they were built; they read these names when they are loaded, so nobody else loads them. */
export async function loadPages(built: URL): Promise<PageHandler> {
  process.env['ADDRESS_HEADER'] = spoken.address
  process.env['PROTOCOL_HEADER'] = spoken.protocol
  process.env['HOST_HEADER'] = spoken.host
  process.env['BODY_SIZE_LIMIT'] = '40M'
  const { handler } = (await import(new URL('handler.js', built).href)) as { handler: PageHandler }
  return handler
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

/** Answers a request by the pages instead of by the route that it came to. Called before the body is read, since the pages read it themselves. */
export type AnswerByPage = (request: FastifyRequest, reply: FastifyReply) => Promise<void>

/** Answers a request from the memory of pages, or gives it to the pages themselves, compressed, body untouched; or refuses it while too many are in work. */
export function pageAnswer(handler: PageHandler, config: Config, memory: PageMemory, shedder: Shedder): AnswerByPage {
  const origin = new URL(config.origin)
  const safe = new Map(Object.entries(safeHeaders(config.origin)))
  const rendering: PageHandler = (asked, response, next) => {
    response.setHeaders(safe)
    if (shedder.admit(asked, response)) handler(asked, response, next)
  }
  return async (request, reply) => {
    const { raw, ip } = request
    // Without a public address of our own, the one that the visitor typed is ours.
    const typed = origin.hostname === 'localhost'
    const own = typed ? { protocol: request.protocol, host: request.host } : { protocol: origin.protocol.slice(0, -1), host: origin.host }
    reply.hijack()
    if (memory.answer(raw, reply.raw, { requestId: request.id, address: ip, origin: own }, rendering)) return
    // Before the pages, which serve files of their own accord without them.
    reply.raw.setHeaders(safe)
    if (!shedder.admit(raw, reply.raw)) return
    endSlowBody(raw, reply.raw)
    delete raw.headers[aboutKeeping.asked]
    raw.headers[spoken.address] = ip
    raw.headers[spoken.protocol] = own.protocol
    raw.headers[spoken.host] = own.host
    raw.headers[spoken.requestId] = request.id
    compressAnswer(raw, reply.raw, () => handler(raw, reply.raw, () => reply.raw.writeHead(404).end()))
  }
}

/** Gives every path that no machine route took to the pages. */
export function servePages(app: FastifyInstance, answer: AnswerByPage): void {
  app.register(async (pages) => {
    const perMinute = (max: number) => pages.rateLimit({ max, timeWindow: '1 minute' })
    // One count for all addresses of the look-up, whatever the language and the way of asking.
    const lookUps = perMinute(240)
    // After the limits, which are counted on arrival.
    const hand = { preParsing: answer, handler: () => {} }
    for (const language of province().site.languages.map((lang) => (lang === 'vi' ? '' : `/${lang}`)))
      for (const lookUp of ['/giay-chung-nhan', '/giay-chung-nhan/*'])
        pages.route({ ...hand, method: ['GET', 'HEAD'], url: `${language}${lookUp}`, onRequest: lookUps })
    pages.route({ ...hand, method: 'POST', url: '/*', onRequest: perMinute(600) })
    pages.route({ ...hand, method: methods.filter((method) => method !== 'POST'), url: '/*' })
  })
}
