import { findStatement } from '@dacsan/modules/payments'
import { channelSalesOf } from '@dacsan/modules/channels'
import { readMonth } from '#lib/payments/period.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const period = readMonth(url, ctx.now)
  const found = await findStatement(ctx, period)
  const { from, to } = period
  return { period, range: { from, to }, statement: found.ok ? found.value : null, elsewhere: await channelSalesOf(ctx, { from, to }) }
}
