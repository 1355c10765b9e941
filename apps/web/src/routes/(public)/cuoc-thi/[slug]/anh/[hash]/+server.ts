import { openContestPhoto } from '@dacsan/modules/promotion'
import { paperResponse } from '#lib/joining/paper-response.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { ctx }, params }) =>
  paperResponse(await openContestPhoto(ctx, params.slug, params.hash))
