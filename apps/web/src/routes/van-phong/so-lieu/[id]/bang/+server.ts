import { drawAnew } from '@dacsan/modules/papers'
import { drillDown, drillWorkbook } from '@dacsan/modules/programme'
import { download } from '#lib/download.ts'
import { readPeriod, readSlice } from '#lib/programme/period.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) => {
  const {
    locals: { ctx },
    params,
    url,
  } = event
  const drill = await drillDown(ctx, params.id, readPeriod(url, ctx.now), readSlice(url))
  const workbook = drillWorkbook(drill, ctx.now)
  return download(event, await drawAnew(ctx, { kind: 'workbook-xlsx', workbook }), { format: 'xlsx', name: `so-lieu-${params.id}` })
}
