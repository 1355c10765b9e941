import { drawAnew } from '@dacsan/modules/papers'
import { readView } from '@dacsan/modules/list'
import { rowsOfView } from '@dacsan/modules/open-list'
import { drillDown, drillWorkbook, factList } from '@dacsan/modules/programme'
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
  const list = factList(drill)
  const workbook = drillWorkbook({ ...drill, rows: await rowsOfView(ctx, list, readView(list, url.searchParams)) }, ctx.now)
  return download(event, await drawAnew(ctx, { kind: 'workbook-xlsx', workbook }), { format: 'xlsx', name: `so-lieu-${params.id}` })
}
