import { setForMember } from '@dacsan/modules/appraisal'
import { sayRefusal } from '@dacsan/modules/appraisal/words'
import { readId } from '@dacsan/platform/ids'
import { fileResponse, requireDrawn } from '#lib/download.ts'
import type { RequestHandler } from './$types'

/** The whole dossier on the table as one PDF, for whoever scores it. */
export const GET: RequestHandler = async (event) => {
  const key = { sessionId: readId('ses', event.params.session), dossierId: readId('dos', event.params.dossier) }
  const { bytes, format, name } = requireDrawn(event, await setForMember(event.locals.ctx, key), { status: 403, say: sayRefusal })
  return fileResponse(bytes, format, name)
}
