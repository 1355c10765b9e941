import { NotFound } from '@dacsan/decisions'
import type { Ctx } from '../../context.ts'
import { requireAct } from '../../identity/index.ts'
import { orderOwner } from '../../shop/index.ts'
import { orderActs, tiesOfGoods } from '../../shop/rules.ts'
import type { BankRefundId } from '../rules/ids.ts'
import { selectProof } from './refund.store.ts'

/** The photo or paper of a refund, for the seller that kept it. */
export async function openRefundProof(ctx: Pick<Ctx, 'db' | 'actor' | 'files'>, id: BankRefundId) {
  const proof = await selectProof(ctx.db, id)
  if (!proof) throw new NotFound('No such proof')
  requireAct(ctx.actor, orderActs['refund-payment'], tiesOfGoods(await orderOwner(ctx.db, proof.orderId)))
  const file = await ctx.files.open(proof.hash)
  if (!file) throw new NotFound('No such file')
  return { ...file, mediaType: proof.mediaType, name: proof.name ?? '' }
}
