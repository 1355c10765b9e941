import { doorOf } from '@dacsan/marketplaces'
import type { Ctx } from '../../context.ts'
import { ownOffers } from '../../shop/index.ts'
import { selectOffers } from '../doors/door.store.ts'
import { ownSeller } from '../policy.ts'
import { selectOwnPacks, selectShopsOf, selectSkus } from './shop.store.ts'

/** The shops of a seller on other marketplaces: whether their door is open, and what stands there. What opens a door is shown to nobody. */
export async function findChannelShops(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>) {
  const { producerId } = await ownSeller(ctx)
  const [shops, packs, offers] = await Promise.all([selectShopsOf(ctx.db, producerId), selectOwnPacks(ctx.db, producerId), ownOffers(ctx)])
  const nameOf = (one: (typeof packs)[number]) => (one.packName ? `${one.productName}, ${one.packName}` : one.productName)
  const onSale = new Set(offers.flatMap(({ packId, listing }) => (listing?.shown === 'published' ? [packId] : [])))
  return Promise.all(
    shops.map(async ({ keys, ...shop }) => {
      const there = await selectOffers(ctx.db, shop.id)
      const isThere = new Set(there.map(({ packId }) => packId))
      return {
        ...shop,
        isOn: keys !== null,
        fields: [...doorOf(shop.channel).keyFields],
        skus: (await selectSkus(ctx.db, shop.id)).length,
        offers: there.map(({ packId, toldQuantity }) => ({
          packId,
          name: nameOf(packs.find((one) => one.packId === packId)!),
          toldQuantity,
        })),
        toPutUp: packs
          .filter(({ packId }) => onSale.has(packId) && !isThere.has(packId))
          .map((one) => ({ packId: one.packId, name: nameOf(one) })),
      }
    }),
  )
}
