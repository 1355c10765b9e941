import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { province } from '@dacsan/modules/province'
import type { Config } from '@dacsan/platform/config'
import { compressAnswer } from './compress.ts'
import type { Shedder } from './shed-load.ts'
import { endSlowBody } from './slow-body.ts'

/** SvelteKit's own handler, or anything of its shape. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

// Spoken between the front and the page handler only: the front writes them over whatever a caller sent.
const spoken = { address: 'x-dacsan-address', protocol: 'x-dacsan-protocol', host: 'x-dacsan-host' } as const

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

/** Gives a request to the pages, compressed, body untouched; or refuses it while too many are in work. */
export function pageAnswer(handler: PageHandler, config: Config, shedder: Shedder): AnswerByPage {
  const origin = new URL(config.origin)
  return async (request, reply) => {
    const { raw, ip } = request
    raw.headers[spoken.address] = ip
    // Without a public address of our own, the one that the visitor typed is ours.
    const typed = origin.hostname === 'localhost'
    raw.headers[spoken.protocol] = typed ? request.protocol : origin.protocol.slice(0, -1)
    raw.headers[spoken.host] = typed ? request.host : origin.host
    reply.hijack()
    if (!shedder.admit(raw, reply.raw)) return
    endSlowBody(raw, reply.raw)
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
