import { listRegister, productSets, registerDay, registerFilter } from '@dacsan/modules/catalogue'
import { shelfNow, stockMark } from '@dacsan/modules/shop'
import { askedIn } from '#lib/catalogue/register-address.ts'
import { keepPage } from '#lib/keep-page.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { ctx } = event.locals
  const filter = registerFilter.parse(askedIn(event.url.searchParams))
  const { listings, onSale } = await shelfNow(ctx)
  const [register, day] = await Promise.all([listRegister(ctx, filter, { onSale }), registerDay(ctx)])
  const shown = new Set(register.items.map(({ id }) => id))
  const prices = Object.fromEntries(
    listings.flatMap(({ productId, priceVnd, unit, available }) =>
      shown.has(productId) ? [[productId, { priceVnd, unit, available }]] : [],
    ),
  )
  const setNames = Object.fromEntries(productSets().map(({ code, name }) => [code, name]))
  // The facet of what can be ordered counts what is on sale anywhere.
  keepPage(event, { shows: 'register', ...(listings.length > 0 && { stock: stockMark('all', listings) }) })
  return { filter, register, day, setNames, prices }
}
