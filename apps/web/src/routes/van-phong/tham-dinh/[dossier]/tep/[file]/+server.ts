import { openPreparationFile } from '@dacsan/modules/appraisal'
import { readId } from '@dacsan/platform/ids'
import { paperResponse } from '#lib/joining/paper-response.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { ctx }, params: { dossier, file } }) =>
  paperResponse(await openPreparationFile(ctx, { dossierId: readId('dos', dossier), file }))
