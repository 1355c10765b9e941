import { drillDown } from '@dacsan/modules/programme'
import { readPeriod } from '#lib/programme/period.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => ({
  drill: await drillDown(locals.ctx, params.id, readPeriod(url, locals.ctx.now)),
})
