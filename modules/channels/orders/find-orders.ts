import { NotFound } from '@dacsan/decisions'
import type { Ctx } from '../../context.ts'
import { requireAct } from '../../identity/index.ts'
import { channelOrderActs, tiesOfSeller } from '../acts.ts'
import { ownSeller } from '../policy.ts'
import type { ChannelOrderId, ChannelShopId } from '../rules/ids.ts'
import { answersForSettlement, settlementState } from '../rules/judge-settlement.ts'
import { answersForGoods } from '../rules/order-moves.ts'
import { selectSettlements } from '../settlements/settlement.store.ts'
import type { StoredSettlement } from '../settlements/settlement.store.ts'
import { selectOwnPacks, selectShopsOf, selectSkus } from '../shops/shop.store.ts'
import { selectGoods, selectLines, selectOpenOrders, selectOrder } from './order.store.ts'

const mostShown = 50
const mostLooked = 1000

export const shownSettlement = (row: StoredSettlement) => {
  const state = settlementState(row)
  return { ...row, state, offers: row.answer === null ? answersForSettlement[state] : [] }
}

/** One order of a shop, for its seller: what it is, what of it left the shelf, what was paid for it. */
export async function findChannelOrder(ctx: Pick<Ctx, 'db' | 'actor'>, id: ChannelOrderId) {
  const order = await selectOrder(ctx.db, id)
  if (!order) throw new NotFound('No such order')
  requireAct(ctx.actor, channelOrderActs.answer, tiesOfSeller(order))
  const [lines, goods, settlements] = await Promise.all([
    selectLines(ctx.db, [id]),
    selectGoods(ctx.db, id),
    selectSettlements(ctx.db, { orderId: id }),
  ])
  return { ...order, lines, goodsMoved: goods, settlements: settlements.map(shownSettlement), offers: answersForGoods[order.goods] }
}

export type UnnamedSku = { shopId: ChannelShopId; shopName: string; sku: string; name: string; orders: number }

/** Everything that waits for a seller: codes that are no pack yet, orders whose goods the books cannot follow, money that does not fit. */
export async function findChannelQueue(ctx: Pick<Ctx, 'db' | 'actor'>) {
  const { producerId } = await ownSeller(ctx)
  const [open, settlements, packs, shops] = await Promise.all([
    selectOpenOrders(ctx.db, producerId, mostLooked),
    selectSettlements(ctx.db, { waitingOf: producerId, most: mostShown + 1 }),
    selectOwnPacks(ctx.db, producerId),
    selectShopsOf(ctx.db, producerId),
  ])
  const named = new Map(
    await Promise.all(shops.map(async ({ id }) => [id, new Set((await selectSkus(ctx.db, id)).map(({ sku }) => sku))] as const)),
  )
  const isNamed = (shopId: ChannelShopId, sku: string) =>
    sku !== '' && (named.get(shopId)?.has(sku) === true || packs.some(({ packId, gtin }) => packId === sku || gtin === sku))
  const lines = Map.groupBy(await selectLines(ctx.db, open.map(({ id }) => id)), ({ orderId }) => orderId) // prettier-ignore
  const skus = new Map<string, UnnamedSku>()
  const orders = open.map((order) => {
    const own = lines.get(order.id) ?? []
    const unnamed = order.goods === 'waiting' ? own.filter(({ sku }) => !isNamed(order.shopId, sku)) : []
    for (const { sku, name } of unnamed) {
      const key = `${order.shopId} ${sku}`
      const known = skus.get(key) ?? { shopId: order.shopId, shopName: order.shopName, sku, name, orders: 0 }
      skus.set(key, { ...known, orders: known.orders + 1 })
    }
    const why = order.goods === 'asked' ? ('asked' as const) : unnamed.length > 0 ? ('unnamed' as const) : ('short' as const)
    return { ...order, lines: own, why, offers: answersForGoods[order.goods] }
  })
  return {
    skus: [...skus.values()].slice(0, mostShown),
    orders: orders.slice(0, mostShown),
    settlements: settlements.slice(0, mostShown).map(shownSettlement),
    more: orders.length > mostShown || settlements.length > mostShown || skus.size > mostShown,
    packs: packs.filter(({ endedAt }) => endedAt === null).map(({ packId, productName, packName }) => ({ packId, productName, packName })),
  }
}
