import { readJson } from '@dacsan/epcis'
import { defineQuery, dropQuery, findQuery, listQueries, readNamedQuery } from '@dacsan/modules/epcis-repository'
import type { NamedQuery } from '@dacsan/modules/epcis-repository'
import type { FastifyInstance } from 'fastify'
import { allow, bodyOf, byName, config, linkNext, pageOf, sendJson } from './answer.ts'
import { sendException } from './epcis-problem.ts'
import type { Sockets } from './sockets.ts'
import { sendEvents, sendRefusedQuery } from './send-events.ts'

/** Queries under a name, and their events: EPCIS 2.0 section 12.8. */
export function registerQueries(app: FastifyInstance, sockets: Sockets): void {
  const url = '/epcis/queries'
  allow(app, url, 'OPTIONS, POST, GET')
  app.post(url, { config }, async (request, reply) => {
    const { text, media } = bodyOf(request)
    if (media.endsWith('xml')) return sendException(reply, 'UnsupportedMediaTypeException', 'a query is defined in JSON')
    const read = readJson(text)
    if (!read.ok) return sendException(reply, 'QueryValidationException', read.refusal.code)
    const defined = await defineQuery(request.partner, read.value)
    if (defined.ok)
      return reply
        .code(201)
        .header('location', `${url}/${encodeURIComponent(defined.value.name)}`)
        .send()
    if (defined.refusal.code === 'no-organisation') return sendException(reply, 'SecurityException', defined.refusal.code)
    if (defined.refusal.code === 'query-exists')
      return sendException(reply, 'ResourceAlreadyExistsException', `there is a query ${defined.refusal.name}`)
    return sendRefusedQuery(reply, defined.refusal, 'QueryValidationException')
  })
  app.get(url, { config }, async (request, reply) => {
    const page = pageOf(request)
    if (typeof page === 'string') return sendException(reply, 'QueryParameterException', page)
    const { queries: found, next } = await listQueries(request.partner, { perPage: page.perPage, after: page.token ?? '' })
    return sendJson(request, linkNext(request, reply, next), found.map(queryBody))
  })
  type Named = { Params: { name: string } }
  allow(app, `${url}/:name`, 'OPTIONS, GET, DELETE')
  app.get<Named>(`${url}/:name`, { config }, async (request, reply) =>
    byName(reply, async () => sendJson(request, reply, queryBody(await findQuery(request.partner, request.params.name)))),
  )
  app.delete<Named>(`${url}/:name`, { config }, async (request, reply) =>
    byName(reply, async () => {
      const dropped = await dropQuery(request.partner, request.params.name)
      return dropped.ok ? reply.code(204).send() : sendException(reply, 'SecurityException', dropped.refusal.code)
    }),
  )
  allow(app, `${url}/:name/events`, 'OPTIONS, GET')
  app.get<Named>(`${url}/:name/events`, { config }, async (request, reply) =>
    byName(reply, async () => {
      if (sockets.isAsked(request.raw)) return sockets.open(request, reply, request.params.name)
      const named = await findQuery(request.partner, request.params.name)
      return sendEvents(request, reply, readNamedQuery(named).query, named.name)
    }),
  )
}

const queryBody = ({ name, query }: NamedQuery) => ({ name, query })
