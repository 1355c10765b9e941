import { listRegister, productSets, registerDay, registerFilter } from '@dacsan/modules/catalogue'
import { listingsFor, shelfNow } from '@dacsan/modules/shop'
import { askedIn } from '#lib/catalogue/register-address.ts'
import { keepPage, stockLastsMs } from '#lib/keep-page.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { ctx } = event.locals
  const filter = registerFilter.parse(askedIn(event.url.searchParams))
  const { onSale, isEmpty } = await shelfNow(ctx)
  const [register, day] = await Promise.all([listRegister(ctx, filter, { onSale }), registerDay(ctx)])
  const offers = await listingsFor(
    ctx.db,
    register.items.map(({ id }) => id),
    ctx.now,
  )
  const prices = Object.fromEntries([...offers].map(([id, { priceVnd, unit, available }]) => [id, { priceVnd, unit, available }]))
  const setNames = Object.fromEntries(productSets().map(({ code, name }) => [code, name]))
  // The facet of what can be ordered counts what is on sale anywhere.
  keepPage(event, { shows: 'register', ...(!isEmpty && { lastsMs: stockLastsMs }) })
  return { filter, register, day, setNames, prices }
}
