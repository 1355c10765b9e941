import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, Tx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { actorId } from '../../identity/rules.ts'
import { lockLots } from '../../traceability/index.ts'
import type { LotId } from '../../traceability/rules.ts'
import type { CountStockInput, ReceiveStockInput } from '../inputs.ts'
import { decideCount, decideReceive, stockActs, tiesOfGoods } from '../rules.ts'
import type { CountRefusal, ReceiveRefusal, RequestKeyRefusal, StockAct } from '../rules.ts'
import { insertEntries, lockBalance, selectEntryByKey, sumReceived } from './stock.store.ts'
import type { Balance } from './stock.store.ts'

export type ShelfState = Balance & { lotId: LotId }

/** Goods of a lot come to the shop's shelf. The same form sent again changes nothing. */
export async function receiveStock(
  ctx: Ctx,
  { lotId, quantity, requestKey }: ReceiveStockInput,
): Promise<Outcome<ShelfState, ReceiveRefusal | RequestKeyRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const lot = await lockShelf(tx, ctx, 'receive', lotId)
    const known = await selectEntryByKey(tx, requestKey)
    if (known) return known.lotId === lotId && known.delta === quantity ? done(shelfOf(lot, 0)) : refuse('request-key-reused')
    const decision = decideReceive(lot, { quantity, alreadyReceived: await sumReceived(tx, lotId), today: dateInVietnam(ctx.now) })
    if (!decision.ok) return decision
    const { delta } = decision.event
    await insertEntries(tx, [{ lotId, delta, reason: 'received', byId: actorId(ctx.actor), requestKey, at: ctx.now }])
    await record(tx, ctx, stockActs.receive, { subjectId: lotId, payload: { lotId, delta } })
    return done(shelfOf(lot, delta))
  })
}

/** The shelf was counted, or goods were thrown away: the ledger gets the difference, never a new number over an old one. */
export async function countStock(
  ctx: Ctx,
  { lotId, counted, scrapped, requestKey }: CountStockInput,
): Promise<Outcome<ShelfState, CountRefusal | RequestKeyRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const lot = await lockShelf(tx, ctx, 'count', lotId)
    const known = await selectEntryByKey(tx, requestKey)
    if (known) return known.lotId === lotId ? done(shelfOf(lot, 0)) : refuse('request-key-reused')
    const decision = decideCount(lot, { counted, scrapped, alreadyReceived: await sumReceived(tx, lotId) })
    if (!decision.ok) return decision
    const { delta, reason } = decision.event
    await insertEntries(tx, [{ lotId, delta, reason, byId: actorId(ctx.actor), requestKey, at: ctx.now }])
    await record(tx, ctx, stockActs.count, { subjectId: lotId, payload: { lotId, delta } })
    return done(shelfOf(lot, delta))
  })
}

/** A lot of the actor's producer with its shelf, both held until the end of the transaction; anybody else's does not exist. */
async function lockShelf(tx: Tx, ctx: Ctx, act: StockAct, lotId: LotId) {
  const [lot] = await lockLots(tx, { lotIds: [lotId] })
  if (!lot) throw new NotFound('No such lot', { lotId })
  requireAct(ctx.actor, stockActs[act], tiesOfGoods(lot))
  const { productId, status, expiresOn, quantity: made } = lot
  return { lotId, status, expiresOn, made, ...(await lockBalance(tx, { lotId, productId })) }
}

const shelfOf = (lot: ShelfState, delta: number): ShelfState => ({ lotId: lot.lotId, onHand: lot.onHand + delta, reserved: lot.reserved })
