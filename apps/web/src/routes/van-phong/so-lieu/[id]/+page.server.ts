import { drillDown, factList } from '@dacsan/modules/programme'
import { showList } from '#lib/list/show-list.ts'
import { paths } from '#lib/paths.ts'
import { readPeriod, readSlice } from '#lib/programme/period.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const slice = readSlice(url)
  const { rows: all, ...drill } = await drillDown(ctx, params.id, readPeriod(url, ctx.now), slice)
  const list = await showList(ctx, factList({ ...drill, rows: all }), url)
  const file = paths.indicatorTable(params.id, { period: drill.period, slice }, list.query)
  return { drill, slice, count: all.length, list: { ...list, file, csv: null } }
}
