import { appraisalPaper } from '@dacsan/modules/appraisal'
import { readId } from '@dacsan/platform/ids'
import { paperResponse } from '#lib/download.ts'
import type { RequestHandler } from './$types'

/** `bao-cao-to-tu-van.docx`, as the table of the appraisal's papers has it. */
export const GET: RequestHandler = async (event) => {
  const { dossier, file } = event.params
  return paperResponse(event, await appraisalPaper(event.locals.ctx, { dossierId: readId('dos', dossier), file }))
}
