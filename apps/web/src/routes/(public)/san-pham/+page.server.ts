import { listRegister, productSets, registerDay, registerFilter } from '@dacsan/modules/catalogue'
import { askedIn } from '#lib/catalogue/register-address.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const filter = registerFilter.parse(askedIn(url.searchParams))
  const [register, day] = await Promise.all([listRegister(ctx, filter), registerDay(ctx)])
  const setNames = Object.fromEntries(productSets().map(({ code, name }) => [code, name]))
  return { filter, register, day, setNames }
}
