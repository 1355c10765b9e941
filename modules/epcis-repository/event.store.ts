import { sql } from 'kysely'
import type { ExpressionBuilder } from 'kysely'
import type { Condition, EpcClassField, EpcField, EpcPattern } from '@dacsan/epcis/query'
import type { ReadDb } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import type { ThingRole } from './event-rows.ts'
import type { Partners, Sight } from './partner.store.ts'

/** Events of somebody's own, or those of others that name it. */
type Half = { partners: Partners; shared: Sight | null }

const halvesOf = (sight: Sight): Half[] => [
  { partners: sight.partners, shared: null },
  ...(sight.others.length > 0 ? [{ partners: sight.others, shared: sight }] : []),
]

/** Whether an event is of a half. Where both sides of a delivery recorded it under one name, one's own is enough. */
function isSeen(eb: Builder, { partners, shared }: Half) {
  const ofThem = eb('event.partner_id', 'in', orNobody(partners))
  if (shared === null) return ofThem
  const naming = eb
    .selectFrom('epcis_event_party as party')
    .select('party.seq')
    .where(sql<boolean>`party.uri = any(${shared.uris})`)
  const mine = eb
    .selectFrom('epcis_event as mine')
    .select('mine.seq')
    .where('mine.partner_id', 'in', orNobody(shared.partners))
    .whereRef('mine.event_id', '=', 'event.event_id')
    .whereRef('mine.declared_at', '=', 'event.declared_at')
  return eb.and([ofThem, eb('event.seq', 'in', naming.where('party.partner_id', 'in', partners)), eb.not(eb.exists(mine))])
}

/** A list of none cannot be asked for; no partner has the number 0. */
const orNobody = (partners: Partners): Partners => (partners.length > 0 ? partners : [0])

/** An event as it lies there. */
export type StoredEvent = { seq: number; document: string; recordTime: Date; eventTime: Date }

/** Where a walk through events stands: after which one, up to which one that was there when it began. */
export type WalkFrom = { upTo: number; after: { seq: number; eventTime: Date } | null }
export type WalkOrder = { by: 'seq' | 'eventTime'; direction: 'ASC' | 'DESC' }

/** The next events that somebody sees and that may fulfil the conditions, in their order: what the columns can tell is told here, the rest by the caller. */
export async function selectEvents(
  db: ReadDb,
  sight: Sight,
  conditions: readonly Condition[],
  order: WalkOrder,
  from: WalkFrom,
  limit: number,
): Promise<StoredEvent[]> {
  // Each half walks along its own index, where both in one question would walk along none.
  const halves = await Promise.all(halvesOf(sight).map((half) => selectHalf(db, half, conditions, order, from, limit)))
  return halves.length === 1 ? halves[0]! : halves.flat().toSorted(inOrder(order)).slice(0, limit)
}

const inOrder =
  ({ by, direction }: WalkOrder) =>
  (one: StoredEvent, other: StoredEvent) => {
    const sign = direction === 'DESC' ? -1 : 1
    if (by === 'seq') return sign * (one.seq - other.seq)
    return sign * (one.eventTime.getTime() - other.eventTime.getTime()) || one.seq - other.seq
  }

async function selectHalf(
  db: ReadDb,
  half: Half,
  conditions: readonly Condition[],
  { by, direction }: WalkOrder,
  { upTo, after }: WalkFrom,
  limit: number,
): Promise<StoredEvent[]> {
  const down = direction === 'DESC'
  return db
    .selectFrom('epcis_event as event')
    .select(['event.seq', 'event.document', 'event.record_time as recordTime', 'event.event_time as eventTime'])
    .where((eb) => isSeen(eb, half))
    .where('event.seq', '<=', upTo)
    .where((eb) => eb.and(conditions.flatMap((condition) => narrow(eb, half, condition) ?? [])))
    .$if(after !== null && by === 'seq', (query) => query.where('event.seq', down ? '<' : '>', after!.seq))
    .$if(after !== null && by === 'eventTime', (query) =>
      query.where((eb) =>
        eb.or([
          eb('event.event_time', down ? '<' : '>', after!.eventTime),
          eb.and([eb('event.event_time', '=', after!.eventTime), eb('event.seq', '>', after!.seq)]),
        ]),
      ),
    )
    .$if(by === 'seq', (query) => query.orderBy('event.seq', down ? 'desc' : 'asc'))
    .$if(by === 'eventTime', (query) => query.orderBy('event.event_time', down ? 'desc' : 'asc').orderBy('event.seq'))
    .limit(limit)
    .execute()
}

const rolesOf: Readonly<Record<EpcField | EpcClassField, readonly ThingRole[]>> = {
  epc: ['epc', 'child'],
  parentID: ['parent'],
  inputEPC: ['input'],
  outputEPC: ['output'],
  anyEPC: ['epc', 'child', 'parent', 'input', 'output'],
  epcClass: ['class', 'child-class'],
  inputEPCClass: ['input-class'],
  outputEPCClass: ['output-class'],
  anyEPCClass: ['class', 'child-class', 'input-class', 'output-class'],
}

type Builder = ExpressionBuilder<Tables & { event: Tables['epcis_event'] }, 'event'>
const columns = { eventID: 'event.event_id', transformationID: 'event.transformation_id' } as const
const placeColumns = { readPoint: 'event.read_point', bizLocation: 'event.biz_location' } as const
const wordColumns = { bizStep: 'event.biz_step', disposition: 'event.disposition' } as const

/** A condition in SQL where a column can tell it, never narrower than what it means; `undefined` where only the event itself can. */
function narrow(eb: Builder, { partners }: Half, condition: Condition) {
  switch (condition.on) {
    case 'eventType':
      return eb('event.type', 'in', [...condition.values])
    case 'action':
      return eb('event.action', 'in', [...condition.values])
    case 'time': {
      if (condition.field === 'errorDeclarationTime') return eb('event.declared_at', '<>', '')
      const column = condition.field === 'eventTime' ? ('event.event_time' as const) : ('event.record_time' as const)
      // Columns keep milliseconds, an event may say more.
      const at = new Date(Math.floor(condition.time))
      return eb(column, condition.compare === 'GE' ? '>=' : '<=', at)
    }
    case 'word':
      return condition.field === 'bizStep' || condition.field === 'disposition'
        ? eb(wordColumns[condition.field], 'in', [...condition.values])
        : undefined
    case 'place':
      return condition.within ? undefined : eb(placeColumns[condition.field], 'in', [...condition.values])
    case 'identifier':
      return condition.field === 'correctiveEventID' ? undefined : eb(columns[condition.field], 'in', [...condition.values])
    case 'exists':
      return condition.field === 'errorDeclaration' ? eb('event.declared_at', '<>', '') : undefined
    case 'epc':
    case 'epcClass':
      return eb(
        'event.seq',
        'in',
        eb
          .selectFrom('epcis_event_thing as named')
          .select('named.seq')
          .where('named.partner_id', 'in', orNobody(partners))
          .where('named.role', 'in', [...rolesOf[condition.field]])
          .where((each) => each.or(condition.patterns.map((pattern) => isThing(pattern)))),
      )
    default:
      return undefined
  }
}

const isThing = (pattern: EpcPattern) =>
  'like' in pattern
    ? sql<boolean>`(named.thing = ${pattern.exactly} or named.thing ~ ${pattern.like.source})`
    : sql<boolean>`named.thing = ${pattern.exactly}`

/** The newest event that somebody sees: what is recorded from here on came later. */
export async function selectLastSeq(db: ReadDb, sight: Sight): Promise<number> {
  const lasts = await Promise.all(
    halvesOf(sight).map((half) =>
      db
        .selectFrom('epcis_event as event')
        .select((eb) => eb.fn.coalesce(eb.fn.max('event.seq'), sql<number>`0`).as('last'))
        .where((eb) => isSeen(eb, half))
        .executeTakeFirstOrThrow(),
    ),
  )
  return Math.max(...lasts.map(({ last }) => last))
}

/**
 * Up to which event somebody has seen everything that was recorded before a moment, and nothing that was recorded since. A capture has one record time and
 * may take a while: some of its events may come after this one although their record time lies before the moment.
 */
export async function selectSeqBefore(db: ReadDb, sight: Sight, moment: Date): Promise<number> {
  const firsts = await Promise.all(
    halvesOf(sight).map((half) =>
      db
        .selectFrom('epcis_event as event')
        // A bare minimum would be looked for along the order of recording, through everything before the moment.
        .select(sql<number | null>`min(event.seq + 0)`.as('first'))
        .where((eb) => isSeen(eb, half))
        .where('event.record_time', '>=', moment)
        .executeTakeFirstOrThrow(),
    ),
  )
  const found = firsts.flatMap(({ first }) => first ?? [])
  return found.length === 0 ? selectLastSeq(db, sight) : Math.min(...found) - 1
}

/** An event and the declarations that take it back, in the order in which they came. What somebody else says of it takes nothing back. */
export async function selectEventById(db: ReadDb, sight: Sight, eventId: string): Promise<StoredEvent[]> {
  const halves = await Promise.all(
    halvesOf(sight).map((half) =>
      db
        .selectFrom('epcis_event as event')
        .innerJoin('epcis_partner as owner', 'owner.id', 'event.partner_id')
        .select(['event.seq', 'event.document', 'event.record_time as recordTime', 'event.event_time as eventTime'])
        .select(['event.declared_at as declaredAt', 'owner.organisation_id as organisationId'])
        .where((eb) => isSeen(eb, half))
        .where('event.event_id', '=', eventId)
        .execute(),
    ),
  )
  const found = halves.flat().toSorted((one, other) => one.seq - other.seq)
  const owners = new Set(found.flatMap(({ declaredAt, organisationId }) => (declaredAt === '' ? organisationId : [])))
  return found.filter(({ organisationId }) => owners.size === 0 || owners.has(organisationId))
}

/** Those of these names under which somebody sees an event of others, and has captured none itself. */
export async function selectForeignEvents(db: ReadDb, sight: Sight, eventIds: readonly string[]): Promise<string[]> {
  if (sight.others.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select distinct event.event_id as id from epcis_event as event
    where event.partner_id = any(${sight.others}) and event.event_id = any(${eventIds}) and event.declared_at = ''
      and exists (select from epcis_event_party as party where party.seq = event.seq and party.uri = any(${sight.uris}))
      and not exists (
        select from epcis_event as own where own.partner_id = any(${sight.partners}) and own.event_id = event.event_id and own.declared_at = ''
      )`.execute(db)
  return rows.map(({ id }) => id)
}

/** The last events that name one of these things, oldest first, without those that were declared in error. */
export async function selectEventsNaming(db: ReadDb, sight: Sight, things: readonly string[], limit: number): Promise<StoredEvent[]> {
  const halves = await Promise.all(
    halvesOf(sight).map((half) =>
      db
        .selectFrom('epcis_event as event')
        .select(['event.seq', 'event.document', 'event.record_time as recordTime', 'event.event_time as eventTime'])
        .where((eb) => isSeen(eb, half))
        .where((eb) => {
          const named = eb
            .selectFrom('epcis_event_thing as named')
            .select('named.seq')
            .where(sql<boolean>`named.thing = any(${things})`)
          return eb('event.seq', 'in', named.where('named.partner_id', 'in', orNobody(half.partners)))
        })
        .where((eb) => {
          // By whichever partner of the organisation that captured it: merged organisations have several.
          const taken = eb
            .selectFrom('epcis_partner as owner')
            .innerJoin('epcis_partner as side', 'side.organisation_id', 'owner.organisation_id')
            .innerJoin('epcis_event as void', 'void.partner_id', 'side.id')
            .select('void.seq')
            .whereRef('owner.id', '=', 'event.partner_id')
          return eb.not(eb.exists(taken.whereRef('void.event_id', '=', 'event.event_id').where('void.declared_at', '<>', '')))
        })
        .orderBy('event.event_time', 'desc')
        .orderBy('event.seq', 'desc')
        .limit(limit)
        .execute(),
    ),
  )
  return halves
    .flat()
    .toSorted(inOrder({ by: 'eventTime', direction: 'ASC' }))
    .slice(-limit)
}

/** What events of somebody name, beside what they say of it: the top-level resources of the REST binding. */
export type ValueKind = 'epcs' | 'bizSteps' | 'bizLocations' | 'readPoints' | 'dispositions' | 'eventTypes'
const valueColumns = {
  bizSteps: 'biz_step',
  bizLocations: 'biz_location',
  readPoints: 'read_point',
  dispositions: 'disposition',
  eventTypes: 'type',
} as const

/** The values after one, in their order. */
export async function selectValues(db: ReadDb, sight: Sight, kind: ValueKind, page: { after: string; limit: number }): Promise<string[]> {
  const halves = await Promise.all(halvesOf(sight).map((half) => selectValuesOf(db, half, kind, page)))
  if (halves.length === 1) return halves[0]!
  return [...new Set(halves.flat())].toSorted(byCodePoints).slice(0, page.limit)
}

const byCodePoints = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other))

async function selectValuesOf(
  db: ReadDb,
  half: Half,
  kind: ValueKind,
  { after, limit }: { after: string; limit: number },
): Promise<string[]> {
  const named = kind === 'epcs' ? namedThings(db, half) : namedIn(db, half, valueColumns[kind])
  const { rows } = await sql<{ value: string }>`
    select value from (${named}) as named where value collate "C" > ${after} order by value collate "C" limit ${limit}`.execute(db)
  return rows.map(({ value }) => value)
}

const namedIn = (db: ReadDb, half: Half, column: (typeof valueColumns)[keyof typeof valueColumns]) =>
  db
    .selectFrom('epcis_event as event')
    .select(sql<string>`${sql.ref(`event.${column}`)}`.as('value'))
    .distinct()
    .where((eb) => isSeen(eb, half))
    .where(`event.${column}`, 'is not', null)

const namedThings = (db: ReadDb, half: Half) =>
  db
    .selectFrom('epcis_event_thing as thing')
    .select('thing.thing as value')
    .distinct()
    .where('thing.partner_id', 'in', orNobody(half.partners))
    .where('thing.role', 'in', [...rolesOf.anyEPC])
    .$if(half.shared !== null, (query) =>
      query.where((eb) =>
        eb(
          'thing.seq',
          'in',
          eb
            .selectFrom('epcis_event as event')
            .select('event.seq')
            .where((each) => isSeen(each, half)),
        ),
      ),
    )
