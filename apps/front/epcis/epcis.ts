import { Forbidden, NotFound } from '@dacsan/decisions'
import { epcisContext, readJson, translateEpcs } from '@dacsan/epcis'
import type { EpcisEvent, EpcisQueryDocument } from '@dacsan/epcis'
import { parseQueryString } from '@dacsan/epcis/query'
import type { EventQuery, QueryRefusal } from '@dacsan/epcis/query'
import type { Media } from '@dacsan/epcis/validate'
import { writeXml } from '@dacsan/epcis/xml'
import {
  captureBehaviours,
  captureDocument,
  captureEvent,
  captureLimits,
  defineQuery,
  dropQuery,
  findCapture,
  findEvent,
  findEvents,
  findQuery,
  listCaptures,
  listEventTypes,
  listQueries,
  listValues,
  mostPerPage,
  readNamedQuery,
} from '@dacsan/modules/epcis-repository'
import type { CaptureId, CaptureJob, DocumentRefusal, NamedQuery, ValueKind } from '@dacsan/modules/epcis-repository'
import type { Ctx } from '@dacsan/modules/context'
import { answerToMachine, machineOf } from '@dacsan/modules/identity'
import { contextFor } from '@dacsan/modules/runtime'
import type { Runtime } from '@dacsan/modules/runtime'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { onError } from '../problem.ts'
import { sendException } from './epcis-problem.ts'
import type { EpcisException } from './epcis-problem.ts'
import { discoveryHeaders, extensionsOf, versionFault, versionHeaders, wantedForm } from './negotiate.ts'

// The REST binding of EPCIS 2.0 (section 12), for machines with a key of scope `epcis`.

const config = { rateLimit: { max: 1200, timeWindow: '1 minute' } }
const longestAddress = 8_000
const usualPage = 30

const captureHeaders = {
  'gs1-epcis-capture-limit': String(captureLimits.events),
  'gs1-epcis-capture-file-size-limit': String(captureLimits.bytes),
  'gs1-capture-error-behaviour': 'rollback',
}

export function registerEpcis(app: FastifyInstance, runtime: Runtime): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    ['application/json', 'application/ld+json', 'application/xml', 'text/xml'],
    { parseAs: 'string', bodyLimit: captureLimits.bytes },
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
    const machine = await machineOf(asking, request.headers.authorization, 'epcis')
    if (!machine.ok) {
      const { status, says, headers } = answerToMachine(machine.refusal)
      return sendException(reply.headers(headers), 'SecurityException', says, status)
    }
    request.partner = contextFor(runtime, machine.value, asking.now)
  })
  capture(app)
  events(app)
  values(app)
  queries(app)
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
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return sendException(reply.headers(captureHeaders), 'CaptureLimitExceededException', `no more than ${captureLimits.bytes} octets`)
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return sendException(reply, 'UnsupportedMediaTypeException', error.message)
  if (error instanceof NotFound) return sendException(reply, 'NoSuchResourceException', error.message)
  if (error instanceof Forbidden) return sendException(reply, 'SecurityException', 'the key does not reach so far')
  return onError(error, request, reply)
}

/** What may be done at an address; said to anyone. */
function allow(app: FastifyInstance, url: string, methods: string, more: Record<string, string> = {}): void {
  app.options(url, { config }, async (_request, reply) =>
    reply
      .code(204)
      .headers({ ...discoveryHeaders, ...more, allow: methods })
      .send(),
  )
}

function capture(app: FastifyInstance): void {
  const url = '/epcis/capture'
  allow(app, url, 'OPTIONS, POST, GET', captureHeaders)
  app.post(url, { config, bodyLimit: captureLimits.bytes }, async (request, reply) => {
    const asked = request.headers['gs1-capture-error-behaviour'] ?? 'rollback'
    const behaviour = captureBehaviours.find((one) => one === asked)
    if (!behaviour) return sendException(reply, 'ValidationException', 'GS1-Capture-Error-Behaviour: rollback or proceed is expected')
    const taken = await captureDocument(request.partner, { ...bodyOf(request), behaviour })
    if (!taken.ok) return sendRefusedDocument(reply, taken.refusal)
    return reply
      .code(202)
      .header('location', `/epcis/capture/${taken.value.captureId}`)
      .header('gs1-capture-error-behaviour', behaviour)
      .send()
  })
  app.get(url, { config }, async (request, reply) => {
    const page = pageOf(request)
    if (typeof page === 'string') return sendException(reply, 'QueryParameterException', page)
    const { jobs, next } = await listCaptures(request.partner, {
      perPage: page.perPage,
      before: (page.token as CaptureId | undefined) ?? null,
    })
    return sendJson(request, linkNext(request, reply, next), jobs.map(jobBody))
  })
  allow(app, `${url}/:id`, 'OPTIONS, GET')
  app.get<{ Params: { id: string } }>(`${url}/:id`, { config }, async (request, reply) =>
    sendJson(request, reply, jobBody(await findCapture(request.partner, request.params.id as CaptureId))),
  )
}

const jobBody = ({ id, createdAt, finishedAt, success, behaviour, errors }: CaptureJob) => ({
  captureID: id,
  createdAt: createdAt.toISOString(),
  finishedAt: finishedAt.toISOString(),
  running: false,
  success,
  captureErrorBehaviour: behaviour,
  errors,
})

function events(app: FastifyInstance): void {
  const url = '/epcis/events'
  allow(app, url, 'OPTIONS, POST, GET')
  app.get(url, { config }, async (request, reply) => sendEvents(request, reply))
  app.post(url, { config, bodyLimit: captureLimits.bytes }, async (request, reply) => {
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

function queries(app: FastifyInstance): void {
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
      const named = await findQuery(request.partner, request.params.name)
      return sendEvents(request, reply, readNamedQuery(named).query, named.name)
    }),
  )
}

const queryBody = ({ name, query }: NamedQuery) => ({ name, query })

async function byName(reply: FastifyReply, answer: () => Promise<FastifyReply>): Promise<FastifyReply> {
  try {
    return await answer()
  } catch (error) {
    if (error instanceof NotFound) return sendException(reply, 'NoSuchNameException', error.message)
    throw error
  }
}

const bodyOf = (request: FastifyRequest): { text: string; media: Media } => ({
  text: typeof request.body === 'string' ? request.body : '',
  media: (request.headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase() as Media,
})

function sendRefusedDocument(reply: FastifyReply, refusal: DocumentRefusal | { code: 'event-exists' }): FastifyReply {
  if (refusal.code === 'event-exists')
    return sendException(reply, 'ResourceAlreadyExistsException', 'an event of this eventID is there already')
  if (refusal.code === 'no-organisation') return sendException(reply, 'SecurityException', refusal.code)
  if (refusal.code === 'too-many-events')
    return sendException(
      reply.headers(captureHeaders),
      'CaptureLimitExceededException',
      `${refusal.events} events, where ${captureLimits.events} are taken at once`,
    )
  return sendException(
    reply,
    'ValidationException',
    refusal.problems.map(({ location, message }) => `${location || '/'}: ${message}`).join('; '),
  )
}

const sendRefusedQuery = (reply: FastifyReply, { problems }: QueryRefusal, exception: EpcisException = 'QueryParameterException') =>
  sendException(reply, exception, problems.map(({ parameter, reason }) => `${parameter}: ${reason}`).join('; '))

/** Answers a query of an address; what stands before it holds too. */
async function sendEvents(request: FastifyRequest, reply: FastifyReply, before?: EventQuery, queryName?: string): Promise<FastifyReply> {
  const page = pageOf(request)
  if (typeof page === 'string') return sendException(reply, 'QueryParameterException', page)
  const namespaces = extensionsOf(request.headers)
  const parsed = parseQueryString(searchOf(request), namespaces)
  if (!parsed.ok) return sendRefusedQuery(reply, parsed.refusal)
  const asked = parsed.value.query
  const query = before ? { ...before, ...asked, conditions: [...before.conditions, ...asked.conditions] } : asked
  const found = await findEvents(request.partner, { query, namespaces, perPage: page.perPage, ...(page.token && { token: page.token }) })
  if (!found.ok) {
    const { refusal } = found
    if (refusal.code === 'bad-page-token') return sendException(reply, 'QueryParameterException', 'nextPageToken: this is none of ours')
    if (refusal.code === 'query-too-complex')
      return sendException(reply, 'QueryTooComplexException', 'too many events to put in this order: narrow the query')
    return sendException(reply, 'QueryTooLargeException', `more than ${refusal.maxEventCount} events fulfil the query`)
  }
  return sendDocument(request, linkNext(request, reply, found.value.next), found.value.events, queryName)
}

function sendDocument(request: FastifyRequest, reply: FastifyReply, eventList: readonly EpcisEvent[], queryName?: string): FastifyReply {
  const wanted = wantedForm(request.headers)
  if (typeof wanted === 'string') return sendException(reply, 'NotAcceptableException', wanted)
  const { media, epcFormat, cbvFormat } = wanted
  const document: EpcisQueryDocument = {
    '@context': epcisContext,
    type: 'EPCISQueryDocument',
    schemaVersion: '2.0',
    creationDate: request.partner.now.toISOString(),
    epcisBody: {
      queryResults: {
        queryName: queryName ?? 'SimpleEventQuery',
        resultsBody: { eventList: eventList.map((event) => translateEpcs(event, epcFormat)) },
      },
    },
  }
  reply.header('gs1-epc-format', epcFormat).header('vary', 'Accept, GS1-EPC-Format, GS1-CBV-XML-Format')
  if (media !== 'application/xml') return reply.type(media).send(JSON.stringify(document))
  return reply.header('gs1-cbv-xml-format', cbvFormat).type(media).send(writeXml(document, { cbvFormat }))
}

const sendCollection = (request: FastifyRequest, reply: FastifyReply, member: readonly string[]) =>
  sendJson(request, reply, { '@context': epcisContext, type: 'Collection', member })

function sendJson(request: FastifyRequest, reply: FastifyReply, body: object): FastifyReply {
  const wanted = wantedForm(request.headers, { xml: false })
  if (typeof wanted === 'string') return sendException(reply, 'NotAcceptableException', wanted)
  return reply.type(wanted.media).send(JSON.stringify(body))
}

const searchOf = ({ url }: FastifyRequest) => (url.includes('?') ? url.slice(url.indexOf('?') + 1) : '')

/** Which page is asked for; a sentence where that cannot be. */
function pageOf(request: FastifyRequest): { perPage: number; token: string | undefined } | string {
  const search = new URLSearchParams(searchOf(request))
  const perPage = search.get('perPage') ?? String(usualPage)
  if (!/^[1-9]\d{0,9}$/.test(perPage)) return 'perPage: a whole number from 1 on is expected'
  return { perPage: Math.min(Number(perPage), mostPerPage), token: search.get('nextPageToken') ?? undefined }
}

/** Names the next page; without it this was the last one. */
function linkNext(request: FastifyRequest, reply: FastifyReply, next: string | null): FastifyReply {
  if (next === null) return reply
  const search = new URLSearchParams(searchOf(request))
  search.set('nextPageToken', next)
  return reply.header('link', `<${request.url.split('?', 1)[0]}?${search.toString()}>; rel="next"`)
}
