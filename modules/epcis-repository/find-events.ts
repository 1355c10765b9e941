import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { standardNamespaces } from '@dacsan/epcis'
import type { EpcisEvent, Namespaces } from '@dacsan/epcis'
import { canonicalIdentifier } from '@dacsan/epcis/hash'
import { answerQuery, isInResult } from '@dacsan/epcis/query'
import type { EventQuery, QueryTooLarge } from '@dacsan/epcis/query'
import type { ReadDb } from '../context.ts'
import { selectEventById, selectEvents, selectLastSeq } from './event.store.ts'
import type { StoredEvent, WalkFrom, WalkOrder } from './event.store.ts'
import type { Sight } from './partner.store.ts'
import { sightOf } from './policy.ts'
import type { Reader } from './policy.ts'

/** The most events of one page. */
export const mostPerPage = 1_000
/** An order by an extension is made in memory: of no more than these. */
const mostInMemory = 20_000
/** So many are looked at in one question to the database. */
const stretch = 500

/** Where the next page begins: events that come meanwhile are not in it. `given`: how many were told so far. */
type Place = WalkFrom & { given: number }

export type EventPage = { events: EpcisEvent[]; next: string | null }
export type FindRefusal =
  | QueryTooLarge
  | { code: 'bad-page-token' }
  | { code: 'query-too-complex'; type: 'epcisException:QueryTooComplexException' }

export type EventQuestion = {
  query: EventQuery
  namespaces?: Namespaces
  perPage: number
  /** Of the page before. */
  token?: string
}

/** A page of the events of somebody that fulfil a query: the database narrows, the events themselves decide. */
export async function findEvents(
  reader: Reader,
  { query, namespaces = standardNamespaces, perPage, token }: EventQuestion,
): Promise<Outcome<EventPage, FindRefusal>> {
  const { db } = reader
  const sight = await sightOf(reader)
  const from = token === undefined ? { upTo: await selectLastSeq(db, sight), after: null, given: 0 } : readToken(token)
  if (from === null) return refuse('bad-page-token')
  const { orderBy, eventCountLimit, maxEventCount } = query
  const walk = (place: WalkFrom) => walkEvents(db, sight, query, namespaces, orderOf(orderBy), place)
  if (typeof orderBy?.by === 'object') return pageInMemory(query, namespaces, await all(walk(from)), { ...from, perPage })
  if (maxEventCount !== undefined && token === undefined) {
    let found = 0
    for await (const _ of walk(from)) {
      found += 1
      if (found > maxEventCount)
        return refuse('query-too-large', { type: 'epcisException:QueryTooLargeException' as const, found, maxEventCount })
    }
  }
  const most = Math.min(perPage, (eventCountLimit ?? Number.POSITIVE_INFINITY) - from.given)
  const events: EpcisEvent[] = []
  let last: StoredEvent | undefined
  for await (const { stored, event } of walk(from)) {
    if (events.length === most) {
      const given = from.given + events.length
      const isWhole = eventCountLimit !== undefined && given >= eventCountLimit
      return done({ events, next: isWhole ? null : writeToken({ upTo: from.upTo, after: last!, given }) })
    }
    events.push(event)
    last = stored
  }
  return done({ events, next: null })
}

/** An event by its name, with the declarations that take it back; empty where there is none. */
export async function findEvent(reader: Reader, eventId: string): Promise<EpcisEvent[]> {
  return (await selectEventById(reader.db, await sightOf(reader), canonicalIdentifier(eventId))).map(eventOf)
}

function orderOf(orderBy: EventQuery['orderBy']): WalkOrder {
  // All events of one capture have one record time: the order of recording is finer, and agrees with it.
  if (orderBy?.by === 'recordTime') return { by: 'seq', direction: orderBy.direction }
  return orderBy?.by === 'eventTime' ? { by: 'eventTime', direction: orderBy.direction } : { by: 'seq', direction: 'ASC' }
}

/** An event as it is told: as it came, with its record time. */
export const eventOf = ({ document, recordTime }: StoredEvent): EpcisEvent => ({
  ...(JSON.parse(document) as EpcisEvent),
  recordTime: recordTime.toISOString(),
})

async function* walkEvents(
  db: ReadDb,
  sight: Sight,
  query: EventQuery,
  namespaces: Namespaces,
  order: WalkOrder,
  { upTo, after }: WalkFrom,
): AsyncGenerator<{ stored: StoredEvent; event: EpcisEvent }> {
  for (let last = after; ;) {
    const rows = await selectEvents(db, sight, query.conditions, order, { upTo, after: last }, stretch)
    for (const stored of rows) {
      const event = eventOf(stored)
      if (isInResult(query, event, { namespaces })) yield { stored, event }
    }
    if (rows.length < stretch) return
    last = rows.at(-1)!
  }
}

async function all(walk: AsyncGenerator<{ event: EpcisEvent }>): Promise<EpcisEvent[] | null> {
  const events: EpcisEvent[] = []
  for await (const { event } of walk) {
    events.push(event)
    if (events.length > mostInMemory) return null
  }
  return events
}

function pageInMemory(
  query: EventQuery,
  namespaces: Namespaces,
  events: EpcisEvent[] | null,
  { upTo, given, perPage }: Place & { perPage: number },
): Outcome<EventPage, FindRefusal> {
  if (events === null) return refuse('query-too-complex', { type: 'epcisException:QueryTooComplexException' as const })
  const answer = answerQuery(query, events, { namespaces })
  if (!answer.ok) return answer
  const page = answer.value.slice(given, given + perPage)
  const isLast = given + page.length >= answer.value.length
  return done({ events: page, next: isLast ? null : writeToken({ upTo, after: null, given: given + page.length }) })
}

const writeToken = ({ upTo, after, given }: Place): string =>
  Buffer.from(JSON.stringify([upTo, after?.seq ?? null, after?.eventTime.getTime() ?? null, given])).toString('base64url')

function readToken(token: string): Place | null {
  try {
    const [upTo, seq, time, given] = JSON.parse(Buffer.from(token, 'base64url').toString()) as unknown[]
    if (!Number.isSafeInteger(upTo) || !Number.isSafeInteger(given)) return null
    if (seq !== null && (!Number.isSafeInteger(seq) || !Number.isSafeInteger(time))) return null
    return {
      upTo: upTo as number,
      given: given as number,
      after: seq === null ? null : { seq: seq as number, eventTime: new Date(time as number) },
    }
  } catch {
    return null
  }
}
