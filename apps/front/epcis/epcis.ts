import { Forbidden, NotFound } from '@dacsan/decisions'
import { parseQueryString } from '@dacsan/epcis/query'
import { captureEvent, findEvent, findEvents, listEventTypes, listValues } from '@dacsan/modules/epcis-repository'
import type { ValueKind } from '@dacsan/modules/epcis-repository'
import type { Ctx } from '@dacsan/modules/context'
import { answerToMachine, machineOf } from '@dacsan/modules/identity'
import { contextFor } from '@dacsan/modules/runtime'
import type { Runtime } from '@dacsan/modules/runtime'
import type { Changes } from '@dacsan/platform/changes'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { onError } from '../problem.ts'
import { allow, bodyOf, config, linkNext, pageOf, sendCollection } from './answer.ts'
import { registerCapture, sendRefusedDocument, sendTooLarge } from './capture.ts'
import { sendException } from './epcis-problem.ts'
import { extensionsOf, versionFault, versionHeaders } from './negotiate.ts'
import { registerQueries } from './queries.ts'
import { openSockets } from './sockets.ts'
import type { Patience } from './listening.ts'
import { sendDocument, sendEvents, sendRefusedQuery } from './send-events.ts'
import { registerSubscriptions } from './subscriptions.ts'
import { authorizationOf } from './upgrades.ts'

// The REST binding of EPCIS 2.0 (section 12), for machines with a key of scope `epcis`.

const longestAddress = 8_000

/** Where changes of the database are heard of, and how long connections are waited for. */
export type Hearing = { changes: Changes; patience?: Patience | undefined }

/** What is not a document weighs no more: one event, a query, a subscription. */
const bodyLimit = 4 * 1024 * 1024

export async function registerEpcis(app: FastifyInstance, runtime: Runtime, { changes, patience }: Hearing): Promise<void> {
  const sockets = openSockets(app, runtime, changes, patience)
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    ['application/json', 'application/ld+json', 'application/xml', 'text/xml'],
    { parseAs: 'string', bodyLimit },
    (_request, body, done) => done(null, body),
  )
  app.setErrorHandler(onEpcisError)
  app.decorateRequest('partner')
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(versionHeaders)
    if (request.url.length > longestAddress)
      return sendException(reply, 'URITooLongException', `no more than ${longestAddress} characters are read`)
    const fault = versionFault(request.headers)
    if (fault !== undefined) return sendException(reply, 'NotAcceptableException', fault)
    if (request.method === 'OPTIONS') return
    const asking = { db: runtime.db, now: new Date(), address: request.ip, requestId: request.id }
    const machine = await machineOf(asking, authorizationOf(request.raw, sockets.isAsked(request.raw)), 'epcis')
    if (!machine.ok) {
      const { status, says, headers } = answerToMachine(machine.refusal)
      return sendException(reply.headers(headers), 'SecurityException', says, status)
    }
    request.partner = contextFor(runtime, machine.value, asking.now)
  })
  await registerCapture(app)
  events(app)
  values(app)
  registerQueries(app, sockets)
  registerSubscriptions(app, runtime)
  const top = ['capture', 'events', 'eventTypes', 'epcs', 'bizSteps', 'bizLocations', 'readPoints', 'dispositions', 'queries']
  for (const url of ['/epcis', '/epcis/']) {
    allow(app, url, 'OPTIONS, GET')
    app.get(url, { config }, async (request, reply) => sendCollection(request, reply, top))
  }
  allow(app, '/epcis/nextPageToken/:token', 'OPTIONS, DELETE')
  app.delete('/epcis/nextPageToken/:token', { config }, async (_request, reply) =>
    sendException(reply, 'ImplementationException', 'a page token holds nothing on this side and need not be given up', 501),
  )
  app.all('/epcis/*', { config }, async (_request, reply) =>
    sendException(reply, 'NoSuchResourceException', 'there is nothing at this address'),
  )
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, at this moment: a machine with a key of scope `epcis`. */
    partner: Ctx
  }
}

function onEpcisError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const code = 'code' in error ? error.code : undefined
  const tooLarge = sendTooLarge(error, reply)
  if (tooLarge) return tooLarge
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return sendException(reply, 'CaptureLimitExceededException', `no more than ${bodyLimit} octets`)
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return sendException(reply, 'UnsupportedMediaTypeException', error.message)
  if (error instanceof NotFound) return sendException(reply, 'NoSuchResourceException', error.message)
  if (error instanceof Forbidden) return sendException(reply, 'SecurityException', 'the key does not reach so far')
  return onError(error, request, reply)
}

function events(app: FastifyInstance): void {
  const url = '/epcis/events'
  allow(app, url, 'OPTIONS, POST, GET')
  app.get(url, { config }, async (request, reply) => sendEvents(request, reply))
  app.post(url, { config, bodyLimit }, async (request, reply) => {
    const taken = await captureEvent(request.partner, bodyOf(request))
    if (!taken.ok) return sendRefusedDocument(reply, taken.refusal)
    return reply
      .code(201)
      .header('location', `${url}/${encodeURIComponent(taken.value.eventId)}`)
      .send()
  })
  allow(app, `${url}/:id`, 'OPTIONS, GET')
  app.get<{ Params: { id: string } }>(`${url}/:id`, { config }, async (request, reply) => {
    const found = await findEvent(request.partner, request.params.id)
    if (found.length === 0) return sendException(reply, 'NoSuchResourceException', 'there is no such event')
    return sendDocument(request, reply, found)
  })
}

/** The resources under a value that events name: which parameter asks for its events. */
const kinds = {
  epcs: { parameter: 'MATCH_anyEPC' },
  bizSteps: { parameter: 'EQ_bizStep' },
  bizLocations: { parameter: 'EQ_bizLocation' },
  readPoints: { parameter: 'EQ_readPoint' },
  dispositions: { parameter: 'EQ_disposition' },
} as const satisfies Partial<Record<ValueKind, { parameter: string }>>

function values(app: FastifyInstance): void {
  for (const [kind, { parameter }] of Object.entries(kinds) as [keyof typeof kinds, { parameter: string }][]) {
    allow(app, `/epcis/${kind}`, 'OPTIONS, GET')
    app.get(`/epcis/${kind}`, { config }, async (request, reply) => {
      const page = pageOf(request)
      if (typeof page === 'string') return sendException(reply, 'QueryParameterException', page)
      const { values: found, next } = await listValues(request.partner, kind, { perPage: page.perPage, after: page.token ?? '' })
      return sendCollection(request, linkNext(request, reply, next), found)
    })
    subResource(app, `/epcis/${kind}/:value`, parameter)
  }
  allow(app, '/epcis/eventTypes', 'OPTIONS, GET')
  app.get('/epcis/eventTypes', { config }, async (request, reply) => sendCollection(request, reply, await listEventTypes(request.partner)))
  subResource(app, '/epcis/eventTypes/:value', 'eventType')
}

function subResource(app: FastifyInstance, url: string, parameter: string): void {
  allow(app, url, 'OPTIONS, GET')
  app.get<{ Params: { value: string } }>(url, { config }, async (request, reply) => {
    const only = parseOnly(request, parameter, request.params.value)
    if (!only.ok) return sendException(reply, 'NoSuchResourceException', `${request.params.value} is no value of ${parameter}`)
    const isStandardType = parameter === 'eventType' && (await listEventTypes(request.partner)).includes(request.params.value)
    const answer = isStandardType ? null : await findEvents(request.partner, { query: only.value.query, perPage: 1 })
    if (answer?.ok && answer.value.events.length === 0)
      return sendException(reply, 'NoSuchResourceException', `no event names ${request.params.value}`)
    return sendCollection(request, reply, ['events'])
  })
  allow(app, `${url}/events`, 'OPTIONS, GET')
  app.get<{ Params: { value: string } }>(`${url}/events`, { config }, async (request, reply) => {
    const only = parseOnly(request, parameter, request.params.value)
    return only.ok ? sendEvents(request, reply, only.value.query) : sendRefusedQuery(reply, only.refusal)
  })
}

const parseOnly = (request: FastifyRequest, parameter: string, value: string) =>
  parseQueryString(`${parameter}=${encodeURIComponent(value)}`, extensionsOf(request.headers))
