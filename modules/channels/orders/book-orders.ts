import type { ToldOrder } from '@dacsan/marketplaces'
import type { Ctx, Tx } from '../../context.ts'
import type { ChannelOrderId } from '../rules/ids.ts'
import type { ChannelGoodsState, ToldBy } from '../rules/kinds.ts'
import { goodsMove, nextState } from '../rules/order-moves.ts'
import type { GoodsMove } from '../rules/order-moves.ts'
import type { StoredShop } from '../shops/shop.store.ts'
import { orderWords } from '../words/names.ts'
import { packsOfShop, putBack, takeOut } from './move-goods.ts'
import type { WhatPack } from './move-goods.ts'
import { insertOrder, selectByNumbers, selectLines, updateOrder } from './order.store.ts'
import type { StoredChannelOrder } from './order.store.ts'

type Writer = Pick<Ctx, 'actor' | 'now' | 'origin' | 'newId'>
export type Booked = { fresh: number; changed: number; known: number; waiting: number; asked: number }

/**
 * Books what a marketplace tells of orders, by a file or by its door: one order is one, however often and by which way it is told. The caller holds the
 * seller's channels (`lockChannels`).
 */
export async function bookOrders(tx: Tx, ctx: Writer, shop: StoredShop, told: readonly ToldOrder[], by: ToldBy): Promise<Booked> {
  const known = new Map((await selectByNumbers(tx, shop.id, told.map(({ number }) => number))).map((order) => [order.number, order])) // prettier-ignore
  const what = await packsOfShop(tx, shop)
  const booked: Booked = { fresh: 0, changed: 0, known: 0, waiting: 0, asked: 0 }
  for (const order of told) {
    const before = known.get(order.number)
    const goods = before ? await goOn(tx, ctx, before, order, what) : await begin(tx, ctx, shop, order, what, by)
    if (!before) booked.fresh++
    else if (goods === null) booked.known++
    else booked.changed++
    if (goods === 'waiting' || goods === 'asked') booked[goods]++
  }
  return booked
}

const momentOf = ({ at }: ToldOrder): Date | null => (at === null ? null : new Date(at * 1000))

async function begin(tx: Tx, ctx: Writer, shop: StoredShop, told: ToldOrder, what: WhatPack, toldBy: ToldBy): Promise<ChannelGoodsState> {
  const id = ctx.newId('cho')
  const toldAt = momentOf(told)
  const lines = told.lines.map((line) => ({ ...line, id: ctx.newId('chl') }))
  const { number, state, status, orderedOn, buyer } = told
  const isOld = orderedOn < shop.goodsFrom
  await insertOrder(tx, { id, shopId: shop.id, producerId: shop.producerId, number, state, status, toldAt, orderedOn, buyer, goods: isOld ? 'outside' : 'none', toldBy, at: ctx.now, lines }) // prettier-ignore
  if (isOld) return 'outside'
  const goods = await follow(tx, ctx, { id, lines, goods: 'none' }, goodsMove('none', { from: null, to: state }), what)
  if (goods !== 'none') await updateOrder(tx, id, { state, status, toldAt, goods, at: ctx.now })
  return goods
}

/** Answers what became of the goods; null where nothing is new. */
async function goOn(tx: Tx, ctx: Writer, before: StoredChannelOrder, told: ToldOrder, what: WhatPack): Promise<ChannelGoodsState | null> {
  const toldAt = momentOf(told)
  const state = nextState(before, { state: told.state, at: toldAt })
  if (state === before.state) return null
  const lines = await selectLines(tx, [before.id])
  const goods = await follow(tx, ctx, { ...before, lines }, goodsMove(before.goods, { from: before.state, to: state }), what)
  await updateOrder(tx, before.id, { state, status: told.status, toldAt: toldAt ?? before.toldAt, goods, at: ctx.now })
  return goods
}

type Followed = { id: ChannelOrderId; goods: ChannelGoodsState; lines: readonly { sku: string; quantity: number }[] }

async function follow(tx: Tx, ctx: Writer, order: Followed, move: GoodsMove, what: WhatPack): Promise<ChannelGoodsState> {
  switch (move) {
    case 'nothing':
      return order.goods
    case 'give-up':
      return 'none'
    case 'ask':
      return 'asked'
    case 'put-back':
      await putBack(tx, ctx, order.id, orderWords.cancelledNote)
      return 'back'
    default: {
      const taken = await takeOut(tx, ctx, order.id, order.lines, what)
      if (!taken.ok) return 'waiting'
      return move === 'take-out-and-ask' ? 'asked' : 'out'
    }
  }
}

/** Tries again for what waited: a code got its pack, or goods were packed. Answers how many left the shelf. */
export async function bookWaiting(tx: Tx, ctx: Writer, shop: StoredShop, waiting: readonly StoredChannelOrder[]): Promise<number> {
  const what = await packsOfShop(tx, shop)
  const lines = Map.groupBy(await selectLines(tx, waiting.map(({ id }) => id)), ({ orderId }) => orderId) // prettier-ignore
  let left = 0
  for (const { id, state, status, toldAt } of waiting) {
    const taken = await takeOut(tx, ctx, id, lines.get(id) ?? [], what)
    if (!taken.ok) continue
    left++
    await updateOrder(tx, id, { state, status, toldAt, goods: state === 'returned' ? 'asked' : 'out', at: ctx.now })
  }
  return left
}
