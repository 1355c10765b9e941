import { paperForMember } from '@dacsan/modules/appraisal'
import { sayRefusal } from '@dacsan/modules/appraisal/words'
import { readId } from '@dacsan/platform/ids'
import { fileResponse, requireDrawn } from '#lib/download.ts'
import type { RequestHandler } from './$types'

/** `mau-01.pdf` … of a dossier on the table. */
export const GET: RequestHandler = async (event) => {
  const { session, dossier, file } = event.params
  const key = { sessionId: readId('ses', session), dossierId: readId('dos', dossier), file }
  const { bytes, format, name } = requireDrawn(event, await paperForMember(event.locals.ctx, key), { status: 403, say: sayRefusal })
  return fileResponse(bytes, format, name)
}
