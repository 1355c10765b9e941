import { openTallyPhoto } from '@dacsan/modules/recall'
import { readId } from '@dacsan/platform/ids'
import { paperResponse } from '#lib/joining/paper-response.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { ctx }, params }) =>
  paperResponse(await openTallyPhoto(ctx, readId('rcl', params.id), params.line))
