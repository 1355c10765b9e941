import { expiryWorkbook } from '@dacsan/modules/certificates'
import { drawAnew } from '@dacsan/modules/papers'
import { download } from '#lib/download.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) => {
  const { ctx } = event.locals
  const workbook = await expiryWorkbook(ctx)
  return download(event, await drawAnew(ctx, { kind: 'workbook-xlsx', workbook }), { format: 'xlsx', name: 'thoi-han-giay-chung-nhan' })
}
