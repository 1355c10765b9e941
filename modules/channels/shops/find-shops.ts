import type { Ctx } from '../../context.ts'
import { ownSeller } from '../policy.ts'
import { selectShopsOf, selectSkus } from './shop.store.ts'

/** The shops of a seller on other marketplaces. */
export async function findChannelShops(ctx: Pick<Ctx, 'db' | 'actor'>) {
  const { producerId } = await ownSeller(ctx)
  const shops = await selectShopsOf(ctx.db, producerId)
  return Promise.all(shops.map(async (shop) => ({ ...shop, skus: (await selectSkus(ctx.db, shop.id)).length })))
}
