import { refuse } from '@dacsan/decisions'
import type { Refused } from '@dacsan/decisions'
import type { GoodsKind } from '../acts.ts'
import type { AcceptRefusal, AskRefusal, GoodsRefusal, SettleRefusal } from './refusals.ts'

export type Wanted = { orderLineId: string; quantity: number }
export type Delivered = { id: string; quantity: number; returned: number }

/** Whether so much of these lines may be asked back: never more than came and is not in another return that stands. */
export function refuseLines(wanted: readonly Wanted[], delivered: readonly Delivered[]): Refused<AskRefusal> | null {
  if (wanted.length === 0) return refuse('nothing-chosen')
  for (const { orderLineId, quantity } of wanted) {
    const line = delivered.find(({ id }) => id === orderLineId)
    if (!line) return refuse('nothing-chosen')
    const left = line.quantity - line.returned
    if (quantity > left) return refuse('more-than-delivered', { left })
  }
  return null
}

/** What was agreed. */
export type Agreement = { refundVnd: number; sendsBack: boolean; exchanges: boolean }

/** Nothing but words: no money goes back, no goods go either way. */
export const isAnswerAlone = ({ refundVnd, sendsBack, exchanges }: Agreement): boolean => refundVnd === 0 && !sendsBack && !exchanges

/** How much money a case may give back: the goods that it names, what it cost to bring them where that failed, and never more than the order has to give. */
export function mostOfCase({
  goodsVnd,
  deliveryVnd,
  orderMostVnd,
  paysDelivery,
  isHandedOver,
}: {
  goodsVnd: number
  deliveryVnd: number
  orderMostVnd: number
  paysDelivery: boolean
  isHandedOver: boolean
}): number {
  return isHandedOver ? Math.min(goodsVnd + (paysDelivery ? deliveryVnd : 0), orderMostVnd) : 0
}

type Asked = { mostVnd: number; comesBack: boolean; hasGoods: boolean; asksAnswer: boolean; words: string }

/** Whether this may be agreed: it gives something that the case is about, or an answer in words to whoever asked for one. */
export function refuseAgreement(
  agreement: Agreement,
  { mostVnd, comesBack, hasGoods, asksAnswer, words }: Asked,
): Refused<AcceptRefusal> | null {
  const { refundVnd, sendsBack, exchanges } = agreement
  if (sendsBack && !(comesBack && hasGoods)) return refuse('nothing-comes-back')
  if (exchanges && !hasGoods) return refuse('no-goods-named')
  if (refundVnd === 0 && !exchanges && (sendsBack || !asksAnswer)) return refuse('nothing-offered')
  if (isAnswerAlone(agreement) && words === '') return refuse('answer-missing')
  return refundVnd > mostVnd ? refuse('refund-too-large', { refundableVnd: mostVnd }) : null
}

export type Moved = { orderLineId: string; lotId: string; placeId: string; packId: string; kind: GoodsKind; quantity: number }
type Lot = { lotId: string; packId: string; placeId: string; quantity: number }

const sumOf = (moved: readonly { quantity: number }[]) => moved.reduce((sum, { quantity }) => sum + quantity, 0)
const isBack = ({ kind }: Pick<Moved, 'kind'>) => kind !== 'sent'

/** Goods come back: of the lots that the order got, not more of a lot than it got, not more of a line than was agreed. */
export function refuseReceipt(
  next: Omit<Moved, 'kind'>,
  { agreement, wanted, lots, moved }: { agreement: Agreement; wanted: readonly Wanted[]; lots: readonly Lot[]; moved: readonly Moved[] },
): Refused<GoodsRefusal> | null {
  if (!agreement.sendsBack) return refuse('none-expected')
  const line = wanted.find(({ orderLineId }) => orderLineId === next.orderLineId)
  const isThere = ({ lotId, packId, placeId }: Lot) => lotId === next.lotId && packId === next.packId && placeId === next.placeId
  const lot = lots.find(isThere)
  if (!line || !lot) return refuse('lot-of-other-order')
  const back = moved.filter(isBack)
  const ofLine = back.filter(({ orderLineId }) => orderLineId === next.orderLineId)
  const left = Math.min(line.quantity - sumOf(ofLine), lot.quantity - sumOf(ofLine.filter(isThere as (one: Moved) => boolean)))
  return next.quantity > left ? refuse('more-than-agreed', { left }) : null
}

/** Goods go out for others. */
export function refuseSending(
  next: { orderLineId: string; quantity: number },
  { agreement, wanted, moved }: { agreement: Agreement; wanted: readonly Wanted[]; moved: readonly Moved[] },
): Refused<GoodsRefusal> | null {
  if (!agreement.exchanges) return refuse('none-expected')
  const line = wanted.find(({ orderLineId }) => orderLineId === next.orderLineId)
  if (!line) return refuse('lot-of-other-order')
  const left = line.quantity - sumOf(moved.filter((one) => !isBack(one) && one.orderLineId === next.orderLineId))
  return next.quantity > left ? refuse('more-than-agreed', { left }) : null
}

/** What of the goods is still open, in packs. */
export function goodsLeft(agreement: Agreement, wanted: readonly Wanted[], moved: readonly Moved[]): { toReceive: number; toSend: number } {
  const all = sumOf(wanted)
  return {
    toReceive: agreement.sendsBack ? all - sumOf(moved.filter(isBack)) : 0,
    toSend: agreement.exchanges ? all - sumOf(moved.filter((one) => !isBack(one))) : 0,
  }
}

/** A case is over once goods, money and books are right. */
export function refuseSettling(
  agreement: Agreement,
  { wanted, moved, isMoneyRight }: { wanted: readonly Wanted[]; moved: readonly Moved[]; isMoneyRight: boolean },
): Refused<SettleRefusal> | null {
  const { toReceive, toSend } = goodsLeft(agreement, wanted, moved)
  if (toReceive > 0 || toSend > 0) return refuse('goods-open', { toReceive, toSend })
  return isMoneyRight ? null : refuse('money-open')
}
