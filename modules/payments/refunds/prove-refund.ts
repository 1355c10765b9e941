import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import type { Upload } from '@dacsan/platform/files'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, ReadDb } from '../../context.ts'
import { requireAct, takeUpload } from '../../identity/index.ts'
import { actorId, actorName } from '../../identity/rules.ts'
import { bookRefund, orderOwner } from '../../shop/index.ts'
import { orderActs, tiesOfGoods } from '../../shop/rules.ts'
import type { OrderId } from '../../shop/rules.ts'
import { lockBooks } from '../account.store.ts'
import type { ProveRefundInput } from '../inputs.ts'
import type { BankRefundId } from '../rules/ids.ts'
import type { ProveRefusal } from '../rules/refusals.ts'
import { insertRefund, selectRefundByKey } from './refund.store.ts'
import { tieOutgoingByItself } from './tie-refund.ts'

/**
 * The shop's act of a refund, with more beside it: the seller sent money back and keeps the proof: a photo or a paper of the transfer, where there is one. The order gets the refund and its buyer the message
 * by the shop's own act. The transfer is tied to it once the bank tells of it.
 */
export async function proveRefund(
  ctx: Ctx,
  input: ProveRefundInput,
  upload: Upload | null,
): Promise<Outcome<{ refundId: BankRefundId }, ProveRefusal>> {
  const owner = await requireSeller(ctx, ctx.db, input.orderId)
  if (input.sentOn > dateInVietnam(ctx.now)) return refuse('sent-in-future')
  const kept = upload && (await takeUpload(ctx, upload, ['photo', 'paper']))
  if (kept && !kept.ok) return kept
  return inTransaction(ctx, async (tx): Promise<Outcome<{ refundId: BankRefundId }, ProveRefusal>> => {
    const { producerId } = owner
    await lockBooks(tx, producerId)
    const before = await selectRefundByKey(tx, input.requestKey)
    if (before) {
      const isSame = before.orderId === input.orderId && before.amountVnd === input.amountVnd
      return isSame ? done({ refundId: before.id }) : refuse('request-key-reused')
    }
    const booked = await bookRefund(tx, ctx, { ...input, note: '' })
    if (!booked.ok) return booked
    const refundId = ctx.newId('brf')
    const byId = actorId(ctx.actor)
    if (kept) await recordFile(tx, kept.value, { by: byId, at: ctx.now })
    const file = kept ? { hash: kept.value.hash, name: kept.value.originalName } : null
    await insertRefund(tx, { ...input, id: refundId, producerId, file, at: ctx.now, byId, byName: actorName(ctx.actor) })
    await tieOutgoingByItself(tx, ctx, { producerId })
    return done({ refundId })
  })
}

/** Whose order it is, for its seller alone. */
async function requireSeller(ctx: Pick<Ctx, 'actor'>, db: ReadDb, orderId: OrderId) {
  const owner = await orderOwner(db, orderId)
  requireAct(ctx.actor, orderActs['refund-payment'], tiesOfGoods(owner))
  return owner
}
