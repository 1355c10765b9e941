import type { PlainDate } from '@dacsan/vietnam'
import type { ProducerId } from '../catalogue/rules.ts'
import type { ReadDb, Tx } from '../context.ts'
import type { UserId } from '../identity/rules.ts'
import type { Offer } from './rules/reasons.ts'

export const selectOffers = (db: ReadDb, producerId: ProducerId) =>
  db
    .selectFrom('return_offer')
    .where('producer_id', '=', producerId)
    .select(['version', 'reasons', 'effective_from as effectiveFrom', 'published_at as publishedAt'])
    .orderBy('version', 'desc')
    .execute()

/** What a seller took back on a day; nothing of its own where it said nothing. */
export async function offerOn(db: ReadDb, producerId: ProducerId, day: PlainDate): Promise<Offer> {
  const row = await db
    .selectFrom('return_offer')
    .where('producer_id', '=', producerId)
    .where('effective_from', '<=', day)
    .select('reasons')
    .orderBy('effective_from', 'desc')
    .orderBy('version', 'desc')
    .executeTakeFirst()
  return row?.reasons ?? []
}

export async function insertOffer(
  tx: Tx,
  offer: { producerId: ProducerId; version: number; reasons: Offer; effectiveFrom: PlainDate; at: Date; byId: UserId | null },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('return_offer')
    .values({
      producer_id: offer.producerId,
      version: offer.version,
      reasons: JSON.stringify(offer.reasons),
      effective_from: offer.effectiveFrom,
      published_at: offer.at,
      published_by_id: offer.byId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
