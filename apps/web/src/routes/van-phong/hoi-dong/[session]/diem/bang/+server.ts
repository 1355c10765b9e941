import { marksWorkbook, sessionMarks } from '@dacsan/modules/appraisal'
import { drawAnew } from '@dacsan/modules/papers'
import { readId } from '@dacsan/platform/ids'
import { download } from '#lib/download.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) => {
  const {
    locals: { ctx },
    params,
  } = event
  const marks = await sessionMarks(ctx, readId('ses', params.session))
  const drawn = await drawAnew(ctx, { kind: 'workbook-xlsx', workbook: marksWorkbook(marks, ctx.now) })
  return download(event, drawn, { format: 'xlsx', name: `diem-tung-tieu-chi-${marks.session.heldOn}` })
}
