import { error } from '@sveltejs/kit'
import { preparationFileForMember } from '@dacsan/modules/appraisal'
import { sayRefusal } from '@dacsan/modules/appraisal/words'
import { readId } from '@dacsan/platform/ids'
import { paperResponse } from '#lib/joining/paper-response.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { ctx }, params: { session, dossier, file } }) => {
  const found = await preparationFileForMember(ctx, { sessionId: readId('ses', session), dossierId: readId('dos', dossier), file })
  if (!found.ok) error(403, { message: 'Forbidden', detail: sayRefusal(found.refusal) })
  return paperResponse(found.value)
}
