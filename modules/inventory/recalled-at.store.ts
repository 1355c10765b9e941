import type { ReadDb } from '../context.ts'
import type { PlaceId } from '../traceability/rules.ts'

/** What recalls took from a place, or brought back to it: whoever keeps the goods by agreement has it in its own book as well. */
export const recalledAt = (db: ReadDb, placeId: PlaceId) =>
  db
    .selectFrom('stock_entry')
    .where('place_id', '=', placeId)
    .where('ref', 'like', 'rct\\_%')
    .select(['ref', 'lot_id as lotId', 'pack_id as packId', 'delta', 'at', 'note'])
    .orderBy('at')
    .orderBy('id')
    .execute()

/** What the ledger says lies at some places. */
export const balancesAt = (db: ReadDb, placeIds: readonly PlaceId[]) =>
  placeIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('stock_balance')
        .where('place_id', 'in', placeIds)
        .select(['place_id as placeId', 'lot_id as lotId', 'pack_id as packId', 'on_hand as onHand'])
        .execute()
