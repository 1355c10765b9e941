import { drillDown } from '@dacsan/modules/programme'
import { readPeriod, readSlice } from '#lib/programme/period.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const slice = readSlice(url)
  return { drill: await drillDown(locals.ctx, params.id, readPeriod(url, locals.ctx.now), slice), slice }
}
