import { expiryWorkbook } from '@dacsan/modules/certificates'
import { workbookXlsx } from '@dacsan/papers'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { ctx } }) =>
  new Response(new Uint8Array(await workbookXlsx(await expiryWorkbook(ctx))), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': 'attachment; filename="thoi-han-giay-chung-nhan.xlsx"',
    },
  })
