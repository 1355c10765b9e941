import { drawAnew } from '@dacsan/modules/papers'
import { sellerWorkbook } from '@dacsan/modules/returns'
import { download } from '#lib/download.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) => {
  const { ctx } = event.locals
  const workbook = await sellerWorkbook(ctx)
  return download(event, await drawAnew(ctx, { kind: 'workbook-xlsx', workbook }), { format: 'xlsx', name: 'du-lieu-ban-hang' })
}
