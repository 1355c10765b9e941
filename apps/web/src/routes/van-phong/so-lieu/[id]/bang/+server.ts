import { workbookXlsx } from '@dacsan/papers'
import { drillDown, drillWorkbook } from '@dacsan/modules/programme'
import { download } from '#lib/download.ts'
import { readPeriod, readSlice } from '#lib/programme/period.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const drill = await drillDown(locals.ctx, params.id, readPeriod(url, locals.ctx.now), readSlice(url))
  return download(await workbookXlsx(drillWorkbook(drill, locals.ctx.now)), 'xlsx', `so-lieu-${params.id}`)
}
