import { CompiledQuery } from 'kysely'
import type { TraceDirection } from '@dacsan/epcis/trace'
import type { ReadDb } from '../../context.ts'
import type { StoredEvent } from '../event.store.ts'
import type { ThingRole } from '../event-rows.ts'
import type { Sight } from '../partner.store.ts'

/** As what a thing is named by the events that lead on from it. */
const rolesTo: Readonly<Record<TraceDirection, readonly ThingRole[]>> = {
  forward: ['input', 'input-class', 'child', 'child-class'],
  back: ['output', 'output-class', 'parent'],
}

/**
 * The events that somebody sees and that a step from these things may go along (see FindLinks of packages/epcis), without those that were declared in
 * error. One look-up in the index of things, and one more for each parent that may have been emptied and each making in several parts.
 */
export async function selectLinks(db: ReadDb, sight: Sight, things: readonly string[], direction: TraceDirection): Promise<StoredEvent[]> {
  const partners = [...sight.partners, ...sight.others]
  const { rows } = await db
    .getExecutor()
    .executeQuery<StoredEvent>(
      CompiledQuery.raw(linksText, [partners, things, rolesTo[direction], direction === 'forward', sight.partners, sight.uris]),
    )
  return rows
}

const links = (event: string) =>
  `${event}.type in ('TransformationEvent', 'AggregationEvent', 'AssociationEvent') and ${event}.action is distinct from 'OBSERVE'`

const linksText = `
  with touching as (
    select event.seq, event.transformation_id, event.action, named.role
    from epcis_event_thing as named join epcis_event as event on event.seq = named.seq
    where named.partner_id = any($1::integer[]) and named.thing = any($2::text[]) and named.role = any($3::text[]) and ${links('event')}
  ), parts as (
    select part.seq from touching join epcis_event as part using (transformation_id)
    where transformation_id is not null and part.partner_id = any($1::integer[])
  ), emptied as (
    select event.seq
    from touching
    join epcis_event_thing as held on held.seq = touching.seq and held.role = 'parent'
    join epcis_event_thing as named on named.thing = held.thing and named.role = 'parent' and named.partner_id = any($1::integer[])
    join epcis_event as event on event.seq = named.seq
    where $4::boolean and touching.action = 'ADD' and event.action = 'DELETE' and ${links('event')}
      and not exists (select from epcis_event_thing as child where child.seq = event.seq and child.role in ('child', 'child-class'))
  )
  select event.seq, event.document, event.record_time as "recordTime", event.event_time as "eventTime"
  from epcis_event as event
  where event.seq in (select seq from touching union select seq from parts union select seq from emptied)
    and event.declared_at = ''
    and not exists (
      select from epcis_event as void
      where void.partner_id = event.partner_id and void.event_id = event.event_id and void.declared_at <> ''
    )
    and (
      event.partner_id = any($5::integer[])
      or exists (select from epcis_event_party as party where party.seq = event.seq and party.uri = any($6::text[]))
    )
  order by event.seq`
