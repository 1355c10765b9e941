import { communesOfRegister, listRegister, productSets, registerDay, registerFilter } from '@dacsan/modules/catalogue'
import { shelfNow, stockMark } from '@dacsan/modules/shop'
import { shelfPrices } from '@dacsan/modules/shop/rules'
import { askedIn } from '#lib/catalogue/register-address.ts'
import { keepPage } from '#lib/keep-page.ts'
import { tilePrices } from '#lib/shop/tile-prices.ts'
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
  const prices = tilePrices(listings, register.items)
  const setNames = Object.fromEntries(productSets().map(({ code, name }) => [code, name]))
  // The facet of what can be ordered counts what is on sale anywhere.
  keepPage(event, { shows: 'register', ...(listings.length > 0 && { stock: stockMark('all', listings) }) })
  return { filter, register, day, communes, setNames, prices }
}
