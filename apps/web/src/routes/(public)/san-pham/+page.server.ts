import { listRegister, productSets, registerDay, registerFilter } from '@dacsan/modules/catalogue'
import { listingsFor, productsOnSale } from '@dacsan/modules/shop'
import { askedIn } from '#lib/catalogue/register-address.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const filter = registerFilter.parse(askedIn(url.searchParams))
  const [register, day] = await Promise.all([listRegister(ctx, filter, { onSale: await productsOnSale(ctx) }), registerDay(ctx)])
  const offers = await listingsFor(
    ctx.db,
    register.items.map(({ id }) => id),
    ctx.now,
  )
  const prices = Object.fromEntries([...offers].map(([id, { priceVnd, unit, available }]) => [id, { priceVnd, unit, available }]))
  const setNames = Object.fromEntries(productSets().map(({ code, name }) => [code, name]))
  return { filter, register, day, setNames, prices }
}
