import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam, dong } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { producerOfActor, productsOfProducer } from '../../catalogue/index.ts'
import type { Ctx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import type { CreateVoucherInput } from '../inputs.ts'
import { selectPacksOfProducer } from '../listings/listing.store.ts'
import { selectVouchersOf } from '../orders/use-voucher.store.ts'
import { ownProducer } from '../policy.ts'
import { decideEndVoucher, decideNewVoucher, nameOfPack, tiesOfGoods, voucherActs } from '../rules.ts'
import type { CreateVoucherRefusal, EndVoucherRefusal, ProducerMissing, VoucherTerms } from '../rules.ts'
import type { VoucherId } from '../rules/ids.ts'
import { insertVoucher, isVoucherCodeTaken, lockVoucher, updateEnded } from './voucher.store.ts'

/** The codes of whoever sells, the newest first, each with how often it was used, and the packs that one may be for. */
export async function ownVouchers(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>) {
  const { id } = await ownProducer(ctx)
  const [vouchers, packs, products] = await Promise.all([
    selectVouchersOf(ctx.db, id),
    selectPacksOfProducer(ctx.db, id),
    productsOfProducer(ctx, id),
  ])
  const nameOf = new Map(products.map((product) => [product.id, product.name]))
  const shown = packs.filter(({ ended }) => !ended)
  return {
    vouchers,
    packs: shown.map(({ packId, productId, packName }) => ({ packId, name: nameOfPack(nameOf.get(productId) ?? '', packName) })),
  }
}

/** A code by which this seller asks less, from now on. */
export async function createVoucher(
  ctx: Ctx,
  { code, percent, amountVnd, ...input }: CreateVoucherInput,
): Promise<Outcome<{ voucherId: VoucherId }, CreateVoucherRefusal | ProducerMissing>> {
  requireAct(ctx.actor, voucherActs.create)
  const producer = await producerOfActor(ctx)
  if (!producer) return refuse('producer-missing')
  return inTransaction(ctx, async (tx) => {
    const packs = await selectPacksOfProducer(tx, producer.id)
    const terms: VoucherTerms = {
      ...(percent === null ? { percent, amountVnd: dong(amountVnd!) } : { percent, amountVnd: null }),
      ...input,
      fromVnd: dong(input.fromVnd),
      untilOn: input.untilOn as PlainDate,
    }
    const facts = {
      today: dateInVietnam(ctx.now),
      codeTaken: await isVoucherCodeTaken(tx, producer.id, code),
      packs: packs.map(({ packId }) => packId),
    }
    const decision = decideNewVoucher(terms, facts)
    if (!decision.ok) return decision
    const voucherId = ctx.newId('vch')
    await insertVoucher(tx, { ...decision.event, voucherId, producerId: producer.id, code, at: ctx.now })
    await record(tx, ctx, voucherActs.create, { subjectId: voucherId, detail: { code, ...decision.event } })
    return done({ voucherId })
  })
}

/** Nobody uses the code any more; orders that did keep their price. */
export async function endVoucher(ctx: Ctx, { voucherId }: { voucherId: VoucherId }): Promise<Outcome<null, EndVoucherRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const voucher = await lockVoucher(tx, voucherId)
    if (!voucher) throw new NotFound('No such voucher', { voucherId })
    requireAct(ctx.actor, voucherActs.end, tiesOfGoods(voucher))
    const decision = decideEndVoucher(voucher.endedAt === null ? 'open' : 'ended')
    if (!decision.ok) return decision
    await updateEnded(tx, voucherId, decision.event.status === 'ended' ? ctx.now : null)
    await record(tx, ctx, voucherActs.end, { subjectId: voucherId })
    return done(null)
  })
}
