import { NotFound, mayOf } from '@dacsan/decisions'
import type { Grant } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, ReadDb } from '../context.ts'
import { requireAct } from '../identity/index.ts'
import { grantsOf } from '../identity/rules.ts'
import { ruleOn } from '../law/index.ts'
import { findDeliveredOrder, openOrderLink } from '../shop/index.ts'
import type { DeliveredOrder } from '../shop/index.ts'
import { returnActs, tiesOfReturn } from './acts.ts'
import { mostVndOf } from './answer-return.ts'
import { askableOf, clockOn, isLate } from './ask-return.ts'
import { selectReturn, selectReturned, selectReturnLines, selectReturnsOfOrder } from './case.store.ts'
import type { StoredReturn } from './case.store.ts'
import { selectFreeGoods, selectGoods } from './goods.store.ts'
import { opensCase } from './open-case.ts'
import type { Link } from './open-case.ts'
import { dueOf, goesToOffice, isPast } from './rules/clock.ts'
import { termsOfReason } from './rules/complaints.ts'
import type { ReturnId } from './rules/ids.ts'
import { goodsLeft } from './rules/settling.ts'
import { selectPhoto, selectPhotoPlaces, selectSteps } from './step.store.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

const isOffice = ({ party }: Grant) => party === 'trade-department'
const isSeller = ({ party, tie }: Grant) => party === 'producer' && tie === 'owner'

/** By what right somebody sees a case; to anybody else it is not there. */
async function openCase(ctx: Pick<Ctx, 'db' | 'actor'>, id: ReturnId, link?: Link) {
  const one = await selectReturn(ctx.db, id)
  if (!one) throw new NotFound('No such return')
  const ties = link ? { organisationId: null, link: await opensCase(ctx.db, one, link) } : one
  const grants = grantsOf(ctx.actor, tiesOfReturn(ties))
  const as = link
    ? grants.some(({ party, tie }) => party === 'anyone' && tie === 'link') && ('buyer' as const)
    : grants.some(isSeller)
      ? ('seller' as const)
      : grants.some(isOffice) && one.officeAt !== null && ('office' as const)
  if (!as) throw new NotFound('No such return')
  return { one, as, grants: as === 'buyer' ? grants.filter(({ party }) => party === 'anyone') : grants }
}

/** One case with all that happened, as its reader sees it, and what the reader may do now. */
export async function findReturn(ctx: Reader, id: ReturnId, link?: Link) {
  const { one, as, grants } = await openCase(ctx, id, link)
  const order = await findDeliveredOrder(ctx.db, one.orderId)
  const [wanted, moved, steps, photos] = await Promise.all([
    selectReturnLines(ctx.db, id),
    selectGoods(ctx.db, id),
    selectSteps(ctx.db, id),
    selectPhotoPlaces(ctx.db, id),
  ])
  const lines = wanted.map((line) => ({ ...order.lines.find((ordered) => ordered.id === line.orderLineId)!, wanted: line.quantity }))
  const goodsVnd = lines.reduce((sum, { unitPriceVnd, wanted: quantity }) => sum + unitPriceVnd * quantity, 0)
  const due = dueOf(one)
  const left = one.agreement && one.status === 'accepted' ? goodsLeft(one.agreement, wanted, moved) : { toReceive: 0, toSend: 0 }
  const may = mayOf(returnActs, one.status, grants)
  return {
    one,
    as,
    lines,
    moved,
    steps,
    photos,
    goodsVnd,
    mostVnd: mostVndOf(one, order, goodsVnd),
    /** Names and telephones of who bought are the seller's alone; the office reads what both said. */
    buyer: as === 'seller' ? { name: order.buyerName, phone: order.buyerPhone } : null,
    shelf: as === 'seller' && left.toSend > 0 ? await shelfOf(ctx.db, one, lines) : [],
    facts: {
      due: due && { ...due, isOver: isPast(due.by, ctx.now) },
      /** What may be agreed: that the goods of the case come back, that others are sent, or that words are enough. */
      comesBack: termsOfReason(one.reason).comesBack && wanted.length > 0,
      hasGoods: wanted.length > 0,
      isForAnswer: one.wanted === 'answer',
      isRunning: one.endedAt === null,
      isAccepted: one.status === 'accepted',
      isSettled: one.status === 'settled',
      isEnded: one.status === 'ended',
      atOffice: one.officeAt !== null && one.endedAt === null,
      acknowledged: one.acknowledgedAt !== null,
      /** Of what was agreed, still with the seller. */
      moneyOpenVnd: one.status === 'accepted' ? Math.min(order.surplusVnd, one.agreement?.refundVnd ?? 0) : 0,
      ...left,
    },
    may: {
      ...may,
      acknowledge: may.acknowledge === true && one.acknowledgedAt === null,
      escalate: may.escalate === true && goesToOffice(one, ctx.now),
      mediate: may.mediate === true && as === 'office',
    },
  }
}
export type ReturnView = Awaited<ReturnType<typeof findReturn>>

async function shelfOf(db: ReadDb, { producerId }: StoredReturn, lines: DeliveredOrder['lines']) {
  const free = await selectFreeGoods(
    db,
    producerId,
    lines.map(({ packId }) => packId),
  )
  return lines.flatMap((line) =>
    free
      .filter(({ packId }) => packId === line.packId)
      .map(({ onHand, reserved, ...goods }) => ({
        ...goods,
        orderLineId: line.id,
        productName: line.productName,
        free: onHand - reserved,
      })),
  )
}

/** The form of whoever bought: what came, how much of it may still go back, and for which reasons. */
export async function returnForm(ctx: Reader, link: Link) {
  const { orderId, link: opens } = await openOrderLink(ctx, link)
  requireAct(ctx.actor, returnActs.ask, { link: opens })
  const order = await findDeliveredOrder(ctx.db, orderId)
  const returned = await selectReturned(
    ctx.db,
    order.lines.map(({ id }) => id),
  )
  const lines = order.lines.map(({ id, productName, netContent, unit, quantity, unitPriceVnd, listingId, box }) => ({
    id,
    listingId,
    box,
    productName,
    netContent,
    unit,
    unitPriceVnd,
    quantity,
    left: quantity - (returned.get(id) ?? 0),
  }))
  const late = order.handedOverAt === null && (await isLate(ctx.db, order, ctx.now))
  const hasLeft = lines.some(({ left }) => left > 0)
  const reasons = (await askableOf(ctx.db, order, ctx.now)).filter(({ lines: named }) => named !== 'needed' || hasLeft)
  return {
    order: { code: order.code, producerName: order.producerName },
    mayAsk: order.handedOverAt !== null || late,
    isLate: late,
    /** Whether quantities are asked at all. */
    namesGoods: order.handedOverAt !== null && hasLeft,
    reasons,
    clock: await clockOn(ctx.db, ctx.now),
    lines,
  }
}

/** What the page of an order says of its returns: those that there are, and whether one may be asked for. */
export async function returnsOfOrder(ctx: Reader, link: Link) {
  const { orderId, link: opens } = await openOrderLink(ctx, link)
  if (!opens) throw new NotFound('No such order')
  const [order, cases] = await Promise.all([findDeliveredOrder(ctx.db, orderId), selectReturnsOfOrder(ctx.db, orderId)])
  return {
    mayAsk: order.handedOverAt !== null || (await isLate(ctx.db, order, ctx.now)),
    cases: cases.map((one) => ({
      id: one.id,
      code: one.code,
      status: one.status,
      reason: one.reason,
      reasonSays: one.reasonSays,
      askedAt: one.askedAt,
      due: dueOf(one),
    })),
  }
}

/** A photo of a case, for whoever sees the case. */
export async function openReturnPhoto(ctx: Pick<Ctx, 'db' | 'actor' | 'files'>, id: ReturnId, place: number, link?: Link) {
  await openCase(ctx, id, link)
  const photo = Number.isInteger(place) ? await selectPhoto(ctx.db, id, place) : undefined
  const file = photo && (await ctx.files.open(photo.hash))
  if (!photo || !file) throw new NotFound('No such file')
  return { ...file, mediaType: photo.mediaType, name: photo.name }
}

/** What everybody reads of the terms that are kept, as the law of today says. */
export async function publishedTerms({ db, now }: Pick<Ctx, 'db' | 'now'>) {
  const today = dateInVietnam(now)
  const [clock, { value }, late] = await Promise.all([
    clockOn(db, now),
    ruleOn(db, 'returns.reasons', today),
    ruleOn(db, 'returns.late-days', today),
  ])
  return { clock, lateDays: late.value, reasons: value.map(({ key, says, days }) => ({ key, says, days })) }
}
