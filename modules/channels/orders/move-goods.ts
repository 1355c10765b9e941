import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { PackId } from '../../catalogue/rules.ts'
import type { Ctx, Tx } from '../../context.ts'
import { bringBack, lockFree, sellAtPlace } from '../../inventory/index.ts'
import type { LotPick } from '../../inventory/rules.ts'
import { pickUpTo } from '../../shop/rules.ts'
import { selectOwnPacks, selectSkus } from '../shops/shop.store.ts'
import type { StoredShop } from '../shops/shop.store.ts'
import type { ChannelOrderId } from '../rules/ids.ts'
import { insertGoods, selectGoods, selectLotsWith } from './order.store.ts'

type Writer = Pick<Ctx, 'actor' | 'now' | 'origin' | 'newId'>
type Wanted = { sku: string; quantity: number }
export type WhatPack = (sku: string) => { packId: PackId; packsEach: number } | null
export type WhyNot = { code: 'goods-unnamed'; skus: string[] } | { code: 'goods-short'; missing: number }

/** What the codes of a shop are: as its seller picked them, or a pack of his by its own id or GTIN, as our own files and doors write it. */
export async function packsOfShop(tx: Tx, shop: Pick<StoredShop, 'id' | 'producerId'>): Promise<WhatPack> {
  const [named, own] = await Promise.all([selectSkus(tx, shop.id), selectOwnPacks(tx, shop.producerId)])
  const bySku = new Map(named.map(({ sku, ...what }) => [sku, what]))
  return (sku) => {
    if (sku === '') return null
    const pack = own.find(({ packId, gtin }) => packId === sku || (gtin !== null && gtin === sku))
    return bySku.get(sku) ?? (pack ? { packId: pack.packId, packsEach: 1 } : null)
  }
}

/**
 * Takes the goods of an order from the shelf, first to expire first out, from the one stock that the own shop sells from as well; all of them or none. The
 * caller holds the order.
 */
export async function takeOut(
  tx: Tx,
  ctx: Writer,
  orderId: ChannelOrderId,
  lines: readonly Wanted[],
  what: WhatPack,
): Promise<Outcome<null, WhyNot>> {
  const skus = [...new Set(lines.filter(({ sku }) => what(sku) === null).map(({ sku }) => sku))]
  if (skus.length > 0) return refuse('goods-unnamed', { skus })
  const wanted = new Map<PackId, number>()
  for (const { sku, quantity } of lines) {
    const { packId, packsEach } = what(sku)!
    wanted.set(packId, (wanted.get(packId) ?? 0) + quantity * packsEach)
  }
  const free = await lockFree(tx, await selectLotsWith(tx, [...wanted.keys()]))
  const picked = [...wanted].map(([packId, quantity]) =>
    pickUpTo(
      free.filter((lot) => lot.packId === packId),
      quantity,
      dateInVietnam(ctx.now),
    ),
  )
  const missing = picked.reduce((sum, one) => sum + one.missing, 0)
  if (missing > 0) return refuse('goods-short', { missing })
  const picks = picked.flatMap((one) => one.picks)
  await sellAtPlace(tx, ctx, picks, orderId)
  await writeDown(tx, ctx, orderId, 'out', picks)
  return done(null)
}

/** What left for an order lies again where it lay, each quantity of its lot. */
export async function putBack(tx: Tx, ctx: Writer, orderId: ChannelOrderId, note: string): Promise<void> {
  const gone = await selectGoods(tx, orderId)
  const picks = gone
    .filter(({ direction }) => direction === 'out')
    .map(({ lotId, packId, placeId, quantity }) => ({ lotId, packId, placeId, quantity }))
  if (picks.length === 0) return
  await bringBack(tx, picks, { ctx, ref: orderId, note })
  await writeDown(tx, ctx, orderId, 'back', picks)
}

const writeDown = (tx: Tx, ctx: Writer, orderId: ChannelOrderId, direction: 'out' | 'back', picks: readonly LotPick[]) =>
  insertGoods(tx, orderId, direction, picks.map((pick) => ({ ...pick, id: ctx.newId('chg') })), ctx.now) // prettier-ignore
