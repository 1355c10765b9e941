import { listPublicRoutes } from '@dacsan/modules/promotion'
import { dayLengths } from '@dacsan/modules/promotion/rules'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const commune = url.searchParams.get('xa') ?? ''
  const asked = Number(url.searchParams.get('thang'))
  const month = Number.isInteger(asked) && asked >= 1 && asked <= 12 ? asked : null
  const length = dayLengths.find((one) => one === url.searchParams.get('dai')) ?? null
  return { ...(await listPublicRoutes(ctx, { month, length, commune })), commune, month, length }
}
