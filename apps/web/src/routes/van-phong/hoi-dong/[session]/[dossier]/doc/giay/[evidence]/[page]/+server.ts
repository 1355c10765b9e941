import { evidencePageForMember } from '@dacsan/modules/appraisal'
import { sayRefusal } from '@dacsan/modules/appraisal/words'
import { readId } from '@dacsan/platform/ids'
import { pictureResponse, requireDrawn } from '#lib/download.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) => {
  const { session, dossier, evidence, page } = event.params
  const key = {
    sessionId: readId('ses', session),
    dossierId: readId('dos', dossier),
    evidenceId: readId('evi', evidence),
    page: Number(page),
  }
  const drawn = await evidencePageForMember(event.locals.ctx, key)
  return pictureResponse(requireDrawn(event, drawn, { status: 403, say: sayRefusal }).webp)
}
