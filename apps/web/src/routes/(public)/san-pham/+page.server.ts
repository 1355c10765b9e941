import { communesOfRegister, listRegister, productSets, registerDay, registerFilter } from '@dacsan/modules/catalogue'
import { shelfNow, stockMark } from '@dacsan/modules/shop'
import { priceFrom, shelfPrices } from '@dacsan/modules/shop/rules'
import { askedIn } from '#lib/catalogue/register-address.ts'
import { keepPage } from '#lib/keep-page.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { ctx } = event.locals
  const filter = registerFilter.parse(askedIn(event.url.searchParams))
  const { listings, onSale } = await shelfNow(ctx)
  const [register, day, communes] = await Promise.all([
    listRegister(ctx, filter, { onSale, prices: shelfPrices(listings) }),
    registerDay(ctx),
    communesOfRegister(ctx),
  ])
  const shown = new Set(register.items.map(({ id }) => id))
  const listed = Map.groupBy(
    listings.filter(({ productId }) => shown.has(productId)),
    ({ productId }) => productId,
  )
  const prices = Object.fromEntries(
    [...listed].flatMap(([productId, packs]) => {
      const least = priceFrom(packs)
      if (least === null) return []
      const { priceVnd, unit, unitPrice, available } = least.listing
      return [[productId, { priceVnd, unit, unitPrice, available, others: least.others }]]
    }),
  )
  const setNames = Object.fromEntries(productSets().map(({ code, name }) => [code, name]))
  // The facet of what can be ordered counts what is on sale anywhere.
  keepPage(event, { shows: 'register', ...(listings.length > 0 && { stock: stockMark('all', listings) }) })
  return { filter, register, day, communes, setNames, prices }
}
