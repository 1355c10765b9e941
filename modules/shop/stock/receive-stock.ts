import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, Tx } from '../../context.ts'
import { actorId, record } from '../events.ts'
import type { CountStockInput, ReceiveStockInput } from '../inputs.ts'
import { maySellFor } from '../policy.ts'
import { decideCount, decideReceive } from '../rules.ts'
import type { CountRefusal, ReceiveRefusal, RequestKeyRefusal } from '../rules.ts'
import { insertEntries, lockLot, selectEntryByKey, sumReceived } from './stock.store.ts'
import type { OwnLot } from './stock.store.ts'

export type ShelfState = { lotId: string; onHand: number; reserved: number }

/** Goods of a lot come to the shop's shelf. The same form sent again changes nothing. */
export async function receiveStock(
  ctx: Ctx,
  { lotId, quantity, requestKey }: ReceiveStockInput,
): Promise<Outcome<ShelfState, ReceiveRefusal | RequestKeyRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const lot = await lockOwnLot(tx, ctx, lotId)
    const known = await selectEntryByKey(tx, requestKey)
    if (known) return known.lotId === lotId && known.delta === quantity ? done(shelfOf(lot, 0)) : refuse('request-key-reused')
    const decision = decideReceive(lot, { quantity, alreadyReceived: await sumReceived(tx, lotId), today: dateInVietnam(ctx.now) })
    if (!decision.ok) return decision
    const { delta } = decision.event
    await insertEntries(tx, [{ lotId, delta, reason: 'received', byId: actorId(ctx), requestKey, at: ctx.now }])
    await record(tx, ctx, 'stock.received', { lotId, delta }, { type: 'lot', id: lotId })
    return done(shelfOf(lot, delta))
  })
}

/** The shelf was counted, or goods were thrown away: the ledger gets the difference, never a new number over an old one. */
export async function countStock(
  ctx: Ctx,
  { lotId, counted, scrapped, requestKey }: CountStockInput,
): Promise<Outcome<ShelfState, CountRefusal | RequestKeyRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const lot = await lockOwnLot(tx, ctx, lotId)
    const known = await selectEntryByKey(tx, requestKey)
    if (known) return known.lotId === lotId ? done(shelfOf(lot, 0)) : refuse('request-key-reused')
    const decision = decideCount(lot, { counted, scrapped, alreadyReceived: await sumReceived(tx, lotId) })
    if (!decision.ok) return decision
    const { delta, reason } = decision.event
    await insertEntries(tx, [{ lotId, delta, reason, byId: actorId(ctx), requestKey, at: ctx.now }])
    await record(tx, ctx, 'stock.counted', { lotId, delta }, { type: 'lot', id: lotId })
    return done(shelfOf(lot, delta))
  })
}

async function lockOwnLot(tx: Tx, ctx: Ctx, lotId: string): Promise<OwnLot> {
  const lot = await lockLot(tx, lotId)
  if (!lot || !maySellFor(ctx.actor, lot.organisationId)) throw new NotFound('No such lot', { lotId })
  return lot
}

const shelfOf = (lot: OwnLot, delta: number): ShelfState => ({ lotId: lot.lotId, onHand: lot.onHand + delta, reserved: lot.reserved })
