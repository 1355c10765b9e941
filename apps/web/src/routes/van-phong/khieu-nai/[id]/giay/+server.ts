import { openAppealPaper } from '@dacsan/modules/appraisal'
import { readId } from '@dacsan/platform/ids'
import { paperResponse } from '#lib/joining/paper-response.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { ctx }, params }) =>
  paperResponse(await openAppealPaper(ctx, readId('apl', params.id)))
