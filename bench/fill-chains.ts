import type { inTransaction } from '@dacsan/platform/context'
import { sql } from 'kysely'
import type { DB as Tables } from '../modules/database.tables.ts'

/** Each chain: picked, three makings, packed into a case on a pallet, five times seen or sold on the way; every tenth brings the pallet into a container. */
export const eventsOfChain = 11.1
export const hops = 6

const kinds = ['field', 'nuts', 'syrup', 'sweets', 'case', 'pallet', 'container'] as const
const perParent: Partial<Record<(typeof kinds)[number], number>> = { pallet: 10, container: 100 }
export const thing = (kind: (typeof kinds)[number], chain: number) => `urn:x:${kind}-${Math.ceil(chain / (perParent[kind] ?? 1))}`
export const stepsOf = (chain: number) =>
  kinds.slice(0, hops).map((kind) => ({ thing: thing(kind, chain), role: kinds.indexOf(kind) < 3 ? 'input' : 'child' }))

/** Chains of supply, made by the database itself as the events of one partner: so many are not to be judged one by one. */
export async function fillChains(
  db: Parameters<typeof inTransaction<Tables, void>>[0]['db'],
  organisationId: string,
  chains: number,
): Promise<void> {
  await sql`select epcis_own_partner(${organisationId})`.execute(db)
  const name = (kind: (typeof kinds)[number]) =>
    sql`'urn:x:' || ${sql.lit(kind)} || '-' || ceil(chain / ${sql.lit(perParent[kind] ?? 1)}::numeric)`
  const making = (from: (typeof kinds)[number], to: (typeof kinds)[number]) =>
    sql`('TransformationEvent', null, array['input', 'output'], array[${name(from)}, ${name(to)}], true)`
  const packing = (child: (typeof kinds)[number], parent: (typeof kinds)[number]) =>
    sql`('AggregationEvent', 'ADD', array['child', 'parent'], array[${name(child)}, ${name(parent)}], chain % ${sql.lit(perParent[child] ?? 1)} = 0)`
  const seen = (kind: (typeof kinds)[number]) => sql`('ObjectEvent', 'OBSERVE', array['epc'], array[${name(kind)}], true)`
  const steps = [
    seen('field'),
    making('field', 'nuts'),
    making('nuts', 'syrup'),
    making('syrup', 'sweets'),
    packing('sweets', 'case'),
    packing('case', 'pallet'),
    packing('pallet', 'container'),
    seen('nuts'),
    seen('sweets'),
    seen('sweets'),
    seen('sweets'),
    seen('case'),
  ]
  const part = 20_000
  for (let from = 1; from <= chains; from += part)
    await sql`
      with made as materialized (
        select nextval('epcis_event_seq_seq') as seq, chain, step.*
        from generate_series(${from}::integer, least(${from}::integer + ${part}::integer - 1, ${chains}::integer)) as chain,
          lateral (values ${sql.join(steps)}) as step(type, action, roles, things, there)
        where there
      ), event as (
        insert into epcis_event (seq, partner_id, event_id, hash, record_time, event_time, type, action, document) overriding system value
        select seq, 1, 'urn:x:' || seq, '', now(), now() + seq * interval '1 millisecond', type, action,
          json_build_object(
            'type', type, 'eventID', 'urn:x:' || seq, 'action', action, 'eventTimeZoneOffset', '+07:00',
            'eventTime', to_char(now() + seq * interval '1 millisecond', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            case roles[1] when 'input' then 'inputEPCList' when 'child' then 'childEPCs' else 'epcList' end, array[things[1]],
            case roles[2] when 'output' then 'outputEPCList' when 'parent' then 'parentID' else 'x:none' end,
            case roles[2] when 'output' then to_json(things[2:2]) else to_json(things[2]) end
          )::text
        from made
      )
      insert into epcis_event_thing (seq, partner_id, role, thing)
      select seq, 1, named.role, named.thing from made, unnest(roles, things) as named(role, thing)`.execute(db)
  await sql`analyze epcis_event, epcis_event_thing, epcis_event_party, epcis_partner`.execute(db)
}
