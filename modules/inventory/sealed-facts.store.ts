import { sql } from 'kysely'
import type { SealedFact } from '../sealed-facts.ts'

/** Movements of the shop's shelf before there were packs and places, in the words that they were bound with. */
export const sealedShelf = sql<SealedFact>`
  select e.id as key, json_build_object(
    'lot', e.lot_id, 'delta', e.delta, 'reason', e.former_reason, 'ref', e.ref, 'at', (extract(epoch from e.at) * 1000000)::bigint) as fact
  from stock_entry e where e.former_reason is not null`

/** Every movement of goods since. */
export const sealedGoods = sql<SealedFact>`
  select e.id as key, json_build_object(
    'lot', e.lot_id, 'pack', e.pack_id, 'place', e.place_id, 'delta', e.delta, 'kind', e.kind, 'lotUnits', e.lot_units, 'ref', e.ref,
    'at', (extract(epoch from e.at) * 1000000)::bigint) as fact
  from stock_entry e where e.former_reason is null`
