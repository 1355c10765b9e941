import { paperForReader } from '@dacsan/modules/appraisal'
import { readId } from '@dacsan/platform/ids'
import { paperResponse } from '#lib/download.ts'
import type { RequestHandler } from './$types'

/** `mau-01.pdf`, `mau-03.docx` … */
export const GET: RequestHandler = async (event) => {
  const {
    locals: { ctx },
    params: { id, file },
  } = event
  return paperResponse(event, await paperForReader(ctx, { dossierId: readId('dos', id), file }))
}
