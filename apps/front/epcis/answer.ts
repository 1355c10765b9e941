import { NotFound } from '@dacsan/decisions'
import { epcisContext } from '@dacsan/epcis'
import type { Media } from '@dacsan/epcis/validate'
import { mostPerPage } from '@dacsan/modules/epcis-repository'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendException } from './epcis-problem.ts'
import { discoveryHeaders, wantedForm } from './negotiate.ts'

// What all routes of the binding ask and answer alike.

export const config = { rateLimit: { max: 1200, timeWindow: '1 minute' } }
const usualPage = 30

/** What may be done at an address; said to anyone. */
export function allow(app: FastifyInstance, url: string, methods: string, more: Record<string, string> = {}): void {
  app.options(url, { config }, async (_request, reply) =>
    reply
      .code(204)
      .headers({ ...discoveryHeaders, ...more, allow: methods })
      .send(),
  )
}

/** What is said of a query by its name, where there is none. */
export async function byName(reply: FastifyReply, answer: () => Promise<FastifyReply>): Promise<FastifyReply> {
  try {
    return await answer()
  } catch (error) {
    if (error instanceof NotFound) return sendException(reply, 'NoSuchNameException', error.message)
    throw error
  }
}

export const mediaOf = ({ headers }: FastifyRequest) => (headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase() as Media

export const bodyOf = (request: FastifyRequest): { text: string; media: Media } => ({
  text: typeof request.body === 'string' ? request.body : '',
  media: mediaOf(request),
})

export const sendCollection = (request: FastifyRequest, reply: FastifyReply, member: readonly string[]) =>
  sendJson(request, reply, { '@context': epcisContext, type: 'Collection', member })

export function sendJson(request: FastifyRequest, reply: FastifyReply, body: object): FastifyReply {
  const wanted = wantedForm(request.headers, { xml: false })
  if (typeof wanted === 'string') return sendException(reply, 'NotAcceptableException', wanted)
  return reply.type(wanted.media).send(JSON.stringify(body))
}

export const searchOf = ({ url }: FastifyRequest) => (url.includes('?') ? url.slice(url.indexOf('?') + 1) : '')

/** Which page is asked for; a sentence where that cannot be. */
export function pageOf(request: FastifyRequest): { perPage: number; token: string | undefined } | string {
  const search = new URLSearchParams(searchOf(request))
  const perPage = search.get('perPage') ?? String(usualPage)
  if (!/^[1-9]\d{0,9}$/.test(perPage)) return 'perPage: a whole number from 1 on is expected'
  return { perPage: Math.min(Number(perPage), mostPerPage), token: search.get('nextPageToken') ?? undefined }
}

/** Names the next page; without it this was the last one. */
export function linkNext(request: FastifyRequest, reply: FastifyReply, next: string | null): FastifyReply {
  if (next === null) return reply
  const search = new URLSearchParams(searchOf(request))
  search.set('nextPageToken', next)
  return reply.header('link', `<${request.url.split('?', 1)[0]}?${search.toString()}>; rel="next"`)
}
