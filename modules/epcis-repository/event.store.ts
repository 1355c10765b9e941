import { CompiledQuery, sql } from 'kysely'
import type { ExpressionBuilder } from 'kysely'
import type { Condition, EpcClassField, EpcField, EpcPattern } from '@dacsan/epcis/query'
import type { ReadDb, Tx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import type { OrganisationId } from '../identity/rules.ts'
import type { EventRow, ThingRole } from './event-rows.ts'
import type { Partners } from './partner.store.ts'
import type { CaptureId, SubscriptionId } from './rules.ts'

/** What is the same for all events that are recorded at once: whose they are, by which job, when. */
export type RecordedBy = { partnerId: number; captureId: CaptureId; at: Date } | { organisationId: OrganisationId; at: Date }
/** How many events are new, and which subscriptions are told of each. */
export type Recorded = { stored: number; streams: SubscriptionId[] }

/**
 * Writes events and the things that they name by one statement: an event is stored once, however often it comes. Those of an organisation find their
 * partner in it as well, and come by no job.
 */
export async function insertEvents(tx: Tx, by: RecordedBy, rows: readonly EventRow[]): Promise<Recorded> {
  const once = [...new Map(rows.map((row) => [`${row.eventId} ${row.declaredAt}`, row])).values()]
  if (once.length === 0) return { stored: 0, streams: [] }
  const things = once.flatMap(({ things: named }, place) => named.map(({ role, thing }) => ({ place: place + 1, role, thing })))
  const isCapture = 'captureId' in by
  const { rows: [recorded] = [] } = await tx.executeQuery<Recorded>(
    CompiledQuery.raw(isCapture ? captureText : ownText, [
      isCapture ? by.partnerId : by.organisationId,
      isCapture ? by.captureId : null,
      by.at,
      ...eventColumns.map(([, valueOf]) => once.map(valueOf)),
      things.map(({ place }) => place),
      things.map(({ role }) => role),
      things.map(({ thing }) => thing),
    ]),
  )
  return recorded!
}

const eventColumns: readonly (readonly [column: string, valueOf: (row: EventRow) => string | Date | null])[] = [
  ['event_id', ({ eventId }) => eventId],
  ['declared_at', ({ declaredAt }) => declaredAt],
  ['hash', ({ hash }) => hash],
  ['event_time', ({ eventTime }) => eventTime],
  ['type', ({ type }) => type],
  ['action', ({ action }) => action],
  ['biz_step', ({ bizStep }) => bizStep],
  ['disposition', ({ disposition }) => disposition],
  ['read_point', ({ readPoint }) => readPoint],
  ['biz_location', ({ bizLocation }) => bizLocation],
  ['transformation_id', ({ transformationId }) => transformationId],
  ['document', ({ document }) => document],
]
const names = eventColumns.map(([column]) => column).join(', ')
const arrays = eventColumns.map(([column], at) => `$${at + 4}::${column === 'event_time' ? 'timestamptz' : 'text'}[]`).join(', ')
const [places, roles, named] = [0, 1, 2].map((at) => `$${eventColumns.length + 4 + at}`)

const insertText = (partner: string) => `
  with partner as materialized (
    select ${partner} as partner_id
  ), given as (
    select nextval('epcis_event_seq_seq') as seq, partner_id, given.* from partner, unnest(${arrays}) with ordinality as given(${names}, place)
  ), stored as (
    insert into epcis_event (seq, partner_id, capture_id, record_time, ${names}) overriding system value
    select seq, partner_id, $2, $3::timestamptz, ${names} from given order by place
    on conflict (partner_id, event_id, declared_at) do nothing
    returning seq
  ), named as (
    insert into epcis_event_thing (seq, partner_id, role, thing)
    select seq, partner_id, thing.role, thing.thing
    from unnest(${places}::bigint[], ${roles}::text[], ${named}::text[]) as thing(place, role, thing)
    join given using (place) join stored using (seq)
  )
  select
    (select count(*)::integer from stored) as stored,
    array(select id from epcis_subscription join partner using (partner_id) where is_stream) as streams`
const captureText = insertText('$1::integer')
const ownText = insertText('epcis_recording_partner($1)')

/** An event as it lies there. */
export type StoredEvent = { seq: number; document: string; recordTime: Date; eventTime: Date }

/** Where a walk through events stands: after which one, up to which one that was there when it began. */
export type WalkFrom = { upTo: number; after: { seq: number; eventTime: Date } | null }
export type WalkOrder = { by: 'seq' | 'eventTime'; direction: 'ASC' | 'DESC' }

/** The next events of somebody that may fulfil the conditions, in their order: what the columns can tell is told here, the rest by the caller. */
export async function selectEvents(
  db: ReadDb,
  partners: Partners,
  conditions: readonly Condition[],
  { by, direction }: WalkOrder,
  { upTo, after }: WalkFrom,
  limit: number,
): Promise<StoredEvent[]> {
  const down = direction === 'DESC'
  return db
    .selectFrom('epcis_event as event')
    .select(['event.seq', 'event.document', 'event.record_time as recordTime', 'event.event_time as eventTime'])
    .where('event.partner_id', 'in', partners)
    .where('event.seq', '<=', upTo)
    .where((eb) => eb.and(conditions.flatMap((condition) => narrow(eb, partners, condition) ?? [])))
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
  epc: ['epc'],
  parentID: ['parent'],
  inputEPC: ['input'],
  outputEPC: ['output'],
  anyEPC: ['epc', 'parent', 'input', 'output'],
  epcClass: ['class'],
  inputEPCClass: ['input-class'],
  outputEPCClass: ['output-class'],
  anyEPCClass: ['class', 'input-class', 'output-class'],
}

type Builder = ExpressionBuilder<Tables & { event: Tables['epcis_event'] }, 'event'>
const columns = { eventID: 'event.event_id', transformationID: 'event.transformation_id' } as const
const placeColumns = { readPoint: 'event.read_point', bizLocation: 'event.biz_location' } as const
const wordColumns = { bizStep: 'event.biz_step', disposition: 'event.disposition' } as const

/** A condition in SQL where a column can tell it, never narrower than what it means; `undefined` where only the event itself can. */
function narrow(eb: Builder, partners: Partners, condition: Condition) {
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
          .where('named.partner_id', 'in', partners)
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

/** The newest event of somebody: what is recorded from here on came later. */
export async function selectLastSeq(db: ReadDb, partners: Partners): Promise<number> {
  const { last } = await db
    .selectFrom('epcis_event')
    .select((eb) => eb.fn.coalesce(eb.fn.max('seq'), sql<number>`0`).as('last'))
    .where('partner_id', 'in', partners)
    .executeTakeFirstOrThrow()
  return last
}

/** The newest event that was recorded before a moment. */
export async function selectLastSeqBefore(db: ReadDb, partners: Partners, before: Date): Promise<number> {
  const { last } = await db
    .selectFrom('epcis_event')
    .select((eb) => eb.fn.coalesce(eb.fn.max('seq'), sql<number>`0`).as('last'))
    .where('partner_id', 'in', partners)
    .where('record_time', '<', before)
    .executeTakeFirstOrThrow()
  return last
}

/** An event and the declarations that take it back, in the order in which they came. */
export async function selectEventById(db: ReadDb, partners: Partners, eventId: string): Promise<StoredEvent[]> {
  return db
    .selectFrom('epcis_event')
    .select(['seq', 'document', 'record_time as recordTime', 'event_time as eventTime'])
    .where('partner_id', 'in', partners)
    .where('event_id', '=', eventId)
    .orderBy('seq')
    .execute()
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
export async function selectValues(
  db: ReadDb,
  partners: Partners,
  kind: ValueKind,
  { after, limit }: { after: string; limit: number },
): Promise<string[]> {
  const named =
    kind === 'epcs'
      ? db
          .selectFrom('epcis_event_thing')
          .select('thing as value')
          .distinct()
          .where('partner_id', 'in', partners)
          .where('role', 'in', [...rolesOf.anyEPC])
      : db
          .selectFrom('epcis_event')
          .select(`${valueColumns[kind]} as value`)
          .distinct()
          .where('partner_id', 'in', partners)
          .where(valueColumns[kind], 'is not', null)
          .$narrowType<{ value: string }>()
  const rows = await db
    .selectFrom(named.as('named'))
    .select('value')
    .where(sql<boolean>`value collate "C" > ${after}`)
    .orderBy(sql`value collate "C"`)
    .limit(limit)
    .execute()
  return rows.map(({ value }) => value)
}
