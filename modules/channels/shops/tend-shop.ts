import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import { producerOfActor } from '../../catalogue/index.ts'
import type { Ctx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { actorId } from '../../identity/rules.ts'
import { channelShopActs, tiesOfSeller } from '../acts.ts'
import type { NameGoodsInput, OpenShopInput } from '../inputs.ts'
import { bookWaiting } from '../orders/book-orders.ts'
import { selectWaitingOf } from '../orders/order.store.ts'
import type { ChannelShopId } from '../rules/ids.ts'
import type { NameGoodsRefusal, OpenShopRefusal } from '../rules/refusals.ts'
import { insertShop, insertSku, lockChannels, selectOwnPacks, selectShop, selectSkus } from './shop.store.ts'

/** A shop that the seller has elsewhere. Goods of orders from this day on leave the shelf here; those of before left before. */
export async function openShop(
  ctx: Ctx,
  { channel, name, goodsFrom }: OpenShopInput,
): Promise<Outcome<{ shopId: ChannelShopId }, OpenShopRefusal>> {
  requireAct(ctx.actor, channelShopActs.open)
  const producer = await producerOfActor(ctx)
  if (!producer) return refuse('producer-missing')
  const shopId = ctx.newId('chs')
  return inTransaction(ctx, async (tx): Promise<Outcome<{ shopId: ChannelShopId }, OpenShopRefusal>> => {
    const from = goodsFrom ?? dateInVietnam(ctx.now)
    const given = { id: shopId, producerId: producer.id, channel, name, goodsFrom: from, at: ctx.now, byId: actorId(ctx.actor) }
    if (!(await insertShop(tx, given))) return refuse('shop-known')
    await record(tx, ctx, channelShopActs.open, { subjectId: shopId, detail: { channel, name, goodsFrom: from } })
    return done({ shopId })
  })
}

/** Which pack a code of the shop is: said once, remembered, and what waited for it leaves the shelf at once. */
export async function nameGoods(
  ctx: Ctx,
  { shopId, sku, packId, packsEach }: NameGoodsInput,
): Promise<Outcome<{ left: number }, NameGoodsRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<{ left: number }, NameGoodsRefusal>> => {
    const shop = await selectShop(tx, shopId)
    if (!shop) throw new NotFound('No such shop')
    requireAct(ctx.actor, channelShopActs['name-goods'], tiesOfSeller(shop))
    await lockChannels(tx, shop.producerId)
    if (!(await selectOwnPacks(tx, shop.producerId)).some((pack) => pack.packId === packId)) return refuse('pack-unknown')
    const isNew = await insertSku(tx, { shopId, sku, packId, packsEach, at: ctx.now, byId: actorId(ctx.actor) })
    if (!isNew) {
      const before = (await selectSkus(tx, shopId)).find((one) => one.sku === sku)!
      return before.packId === packId && before.packsEach === packsEach ? done({ left: 0 }) : refuse('sku-named')
    }
    const left = await bookWaiting(tx, ctx, shop, await selectWaitingOf(tx, shopId))
    await record(tx, ctx, channelShopActs['name-goods'], { subjectId: shopId, detail: { sku, packId, packsEach, left } })
    return done({ left })
  })
}
