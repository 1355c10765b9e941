import { certificateSheet } from '@dacsan/modules/support'
import { readId } from '@dacsan/platform/ids'
import { download } from '#lib/download.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) => {
  const { ctx } = event.locals
  const drawn = await certificateSheet(ctx, { classId: readId('tcl', event.params.id), origin: ctx.origin })
  return download(event, drawn, { format: 'pdf', name: 'giay-chung-nhan' })
}
