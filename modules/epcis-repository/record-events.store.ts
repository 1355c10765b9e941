import { CompiledQuery, sql } from 'kysely'
import type { Tx } from '../context.ts'
import type { OrganisationId } from '../identity/rules.ts'
import type { EventRow } from './event-rows.ts'
import { organisationCodes } from './parties.ts'
import type { Site } from './parties.ts'
import { socketNotice } from './rules.ts'
import type { CaptureId, SubscriptionId } from './rules.ts'

/** What is the same for all events that are recorded at once: whose they are, by which job, when. */
export type RecordedBy = { at: Date } & Site & ({ partnerId: number; captureId: CaptureId } | { organisationId: OrganisationId })
/** How many events are new, and which subscriptions are told of each. */
export type Recorded = { stored: number; streams: SubscriptionId[] }

/**
 * Writes events, the things and the parties that they name by one statement: an event is stored once, however often it comes. Those of an organisation find
 * their partner in it as well, and come by no job.
 */
export async function insertEvents(tx: Tx, by: RecordedBy, rows: readonly EventRow[]): Promise<Recorded> {
  const once = [...new Map(rows.map((row) => [`${row.eventId} ${row.declaredAt}`, row])).values()]
  if (once.length === 0) return { stored: 0, streams: [] }
  const things = once.flatMap(({ things: named }, place) => named.map(({ role, thing }) => ({ place: place + 1, role, thing })))
  const parties = once.flatMap(({ parties: named }, place) => named.map((uri) => ({ place: place + 1, uri })))
  const isCapture = 'captureId' in by
  const { rows: [recorded] = [] } = await tx.executeQuery<Recorded>(
    CompiledQuery.raw(isCapture ? captureText : ownText, [
      isCapture ? by.partnerId : by.organisationId,
      isCapture ? by.captureId : null,
      by.at,
      things.map(({ place }) => place),
      things.map(({ role }) => role),
      things.map(({ thing }) => thing),
      parties.map(({ place }) => place),
      parties.map(({ uri }) => uri),
      organisationCodes(by, rows),
      ...eventColumns.map(([, valueOf]) => once.map(valueOf)),
    ]),
  )
  return recorded!
}

/** The partner of an organisation, ready to record these events: where somebody is told of them, one transaction waits for the other. */
export async function recordingPartner(tx: Tx, site: Site, organisationId: OrganisationId, uris: readonly string[]): Promise<number> {
  const codes = organisationCodes(site, [{ parties: uris }])
  const { rows: [partner] = [] } = await sql<{
    id: number
  }>`select epcis_recording_partner(${organisationId}, ${uris}, ${codes}) as id`.execute(tx)
  return partner!.id
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
const arrays = eventColumns.map(([column], at) => `$${at + 10}::${column === 'event_time' ? 'timestamptz' : 'text'}[]`).join(', ')

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
  ), of_things as (
    insert into epcis_event_thing (seq, partner_id, role, thing)
    select seq, partner_id, thing.role, thing.thing
    from unnest($4::bigint[], $5::text[], $6::text[]) as thing(place, role, thing) join given using (place) join stored using (seq)
  ), of_parties as (
    insert into epcis_event_party (seq, partner_id, uri)
    select seq, partner_id, party.uri from unnest($7::bigint[], $8::text[]) as party(place, uri) join given using (place) join stored using (seq)
  ), told as materialized (
    select epcis_told_partners(partner_id, $8::text[], $9::text[]) as partner_id from partner where exists (select from stored)
  ), heard as (
    select pg_notify('dacsan_change', '${socketNotice}') from epcis_socket where partner_id in (select partner_id from told) limit 1
  )
  select
    (select count(*)::integer from stored) as stored,
    array(select id from epcis_subscription where is_stream and partner_id in (select partner_id from told)) as streams,
    (select count(*) from heard) as heard`
const captureText = insertText('$1::integer')
const ownText = insertText('epcis_recording_partner($1, $8::text[], $9::text[])')
