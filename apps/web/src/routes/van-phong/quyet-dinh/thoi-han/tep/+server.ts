import { expiryWorkbook } from '@dacsan/modules/certificates'
import { workbookXlsx } from '@dacsan/papers'
import { download } from '#lib/download.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { ctx } }) =>
  download(await workbookXlsx(await expiryWorkbook(ctx)), 'xlsx', 'thoi-han-giay-chung-nhan')
