import { randomInt } from 'node:crypto'
import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import { producerOfActor } from '../../catalogue/index.ts'
import type { Ctx, Tx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { actorId, actorName } from '../../identity/rules.ts'
import type { AddAgreedBuyerInput, AgreeTermsInput } from '../inputs.ts'
import { selectPacksOfProducer } from '../listings/listing.store.ts'
import { agreedBuyerActs, decideEndAgreedBuyer, decideTerms, refuseAgreedBuyer, tiesOfGoods } from '../rules.ts'
import type { AgreedBuyerClosed, EndAgreedBuyerRefusal, ProducerMissing, TermsRefusal } from '../rules.ts'
import type { AgreedBuyerId, AgreementId } from '../rules/ids.ts'
import { insertAgreement, insertBuyer, isBuyerKnown, lockBuyer, updateAccessCode, updateBuyerEnded } from './agreement.store.ts'

// Without the letters and figures that are taken for each other.
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const newCode = () => Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('')

/** Somebody to whom this seller sells by agreement, from now on; a price list follows. */
export async function addAgreedBuyer(
  ctx: Ctx,
  { language = 'vi', ...input }: AddAgreedBuyerInput,
): Promise<Outcome<{ buyerId: AgreedBuyerId }, ProducerMissing | { code: 'buyer-known' }>> {
  requireAct(ctx.actor, agreedBuyerActs.add)
  const producer = await producerOfActor(ctx)
  if (!producer) return refuse('producer-missing')
  return inTransaction(ctx, async (tx) => {
    if (await isBuyerKnown(tx, producer.id, input.phone)) return refuse('buyer-known')
    const id = ctx.newId('agb')
    await insertBuyer(tx, { ...input, language, id, producerId: producer.id, accessCode: newCode(), createdAt: ctx.now })
    await record(tx, ctx, agreedBuyerActs.add, {
      subjectId: id,
      payload: { buyerId: id, producerId: producer.id },
      detail: { kind: input.kind },
    })
    return done({ buyerId: id })
  })
}

/** The buyer, held until the end of the transaction, where whoever acts may do so. */
async function own(tx: Tx, ctx: Ctx, act: Parameters<typeof requireAct>[1], buyerId: AgreedBuyerId) {
  const buyer = await lockBuyer(tx, buyerId)
  if (!buyer) throw new NotFound('No such buyer', { buyerId })
  requireAct(ctx.actor, act, tiesOfGoods(buyer))
  return buyer
}

/** A new price list; the one before stays as it is, for the orders that name it. */
export async function agreeTerms(
  ctx: Ctx,
  { buyerId, ...terms }: AgreeTermsInput,
): Promise<Outcome<{ agreementId: AgreementId }, TermsRefusal | AgreedBuyerClosed>> {
  return inTransaction(ctx, async (tx) => {
    const buyer = await own(tx, ctx, agreedBuyerActs.agree, buyerId)
    const closed = refuseAgreedBuyer(agreedBuyerActs.agree, buyer.endedAt === null ? 'open' : 'ended')
    if (closed) return closed
    const packs = await selectPacksOfProducer(tx, buyer.producerId)
    const decision = decideTerms(terms, { today: dateInVietnam(ctx.now), packs: packs.map(({ packId }) => packId) })
    if (!decision.ok) return decision
    const agreementId = ctx.newId('agr')
    const by = { byId: actorId(ctx.actor)!, byName: actorName(ctx.actor) }
    await insertAgreement(tx, { ...decision.event, agreementId, buyerId, madeAt: ctx.now, ...by })
    await record(tx, ctx, agreedBuyerActs.agree, {
      subjectId: buyerId,
      payload: { buyerId, producerId: buyer.producerId },
      detail: { agreementId, ...decision.event },
    })
    return done({ agreementId })
  })
}

/** The old code opens nothing any more. */
export async function renewAccessCode(ctx: Ctx, { buyerId }: { buyerId: AgreedBuyerId }): Promise<Outcome<null, AgreedBuyerClosed>> {
  return inTransaction(ctx, async (tx) => {
    const { producerId, endedAt } = await own(tx, ctx, agreedBuyerActs['new-code'], buyerId)
    const closed = refuseAgreedBuyer(agreedBuyerActs['new-code'], endedAt === null ? 'open' : 'ended')
    if (closed) return closed
    await updateAccessCode(tx, buyerId, newCode())
    await record(tx, ctx, agreedBuyerActs['new-code'], { subjectId: buyerId, payload: { buyerId, producerId } })
    return done(null)
  })
}

/** Nothing is sold to this buyer by agreement any more; what was ordered is. */
export async function endAgreedBuyer(ctx: Ctx, { buyerId }: { buyerId: AgreedBuyerId }): Promise<Outcome<null, EndAgreedBuyerRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const { producerId, endedAt } = await own(tx, ctx, agreedBuyerActs.end, buyerId)
    const decision = decideEndAgreedBuyer(endedAt === null ? 'open' : 'ended')
    if (!decision.ok) return decision
    await updateBuyerEnded(tx, buyerId, decision.event.status === 'ended' ? ctx.now : null)
    await record(tx, ctx, agreedBuyerActs.end, { subjectId: buyerId, payload: { buyerId, producerId } })
    return done(null)
  })
}
