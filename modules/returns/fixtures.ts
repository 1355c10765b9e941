import './topics.ts'
import { newId } from '@dacsan/platform/ids'
import type { Actor, Person } from '../identity/index.ts'
import { visitor } from '../identity/index.ts'
import type { Ctx } from '../context.ts'
import { anOrderForm, mustBe } from '../shop/fixtures.ts'
import { confirmPayment, handOver, placeOrder } from '../shop/index.ts'
import type { OrderId } from '../shop/rules.ts'
import { askReturn } from './index.ts'
import type { AgreeInput, AskReturnInput } from './inputs.ts'
import type { ReturnId } from './rules.ts'

type Shop = { person: Person; listingId: `lst_${string}` }
export type Bought = { orderId: OrderId; link: { code: string; secret: string }; lineId: `oln_${string}`; totalVnd: number }

/** An order that was paid for and handed over. */
export async function aDeliveredOrder(
  as: (actor: Actor) => Ctx,
  shop: Shop,
  { quantity = 2, paidVnd }: { quantity?: number; paidVnd?: number } = {},
): Promise<Bought> {
  const placed = mustBe(await placeOrder(as(visitor), anOrderForm([{ listingId: shop.listingId, quantity }])))
  const { id: orderId, code } = placed.orders[0]!
  const { db } = as(shop.person)
  const { total_vnd: totalVnd } = await db.selectFrom('shop_order').select('total_vnd').where('id', '=', orderId).executeTakeFirstOrThrow()
  const money = { orderId, amountVnd: paidVnd ?? totalVnd, reference: '', note: '', requestKey: newId('key') }
  mustBe(await confirmPayment(as(shop.person), money))
  mustBe(await handOver(as(shop.person), { orderId, acceptShort: true, note: 'Khách quen' }))
  const { id: lineId } = await db.selectFrom('order_line').select('id').where('order_id', '=', orderId).executeTakeFirstOrThrow()
  return { orderId, link: { code, secret: placed.secret }, lineId, totalVnd }
}

export const anAskForm = (
  { lineId }: Pick<Bought, 'lineId'>,
  given: Partial<AskReturnInput> & { quantity?: number } = {},
): AskReturnInput => {
  const { quantity = 1, ...more } = given
  return {
    reason: 'not-as-described',
    wanted: 'refund',
    words: 'Nhãn ghi 200 g, cân lại chỉ có 150 g',
    lines: [{ orderLineId: lineId, quantity }],
    requestKey: newId('key'),
    ...more,
  }
}

/** A return that was asked for. */
export async function aReturn(ctx: Ctx, bought: Bought, given: Parameters<typeof anAskForm>[1] = {}): Promise<ReturnId> {
  return mustBe(await askReturn(ctx, bought.link, anAskForm(bought, given))).returnId
}

/** What a seller agrees to: money for goods that come back. */
export const anAgreement = (returnId: ReturnId, refundVnd: number, more: Partial<AgreeInput> = {}) => ({
  returnId,
  refundVnd,
  sendsBack: true,
  exchanges: false,
  words: '',
  ...more,
})
