import { openReviewPhoto } from '@dacsan/modules/reviews'
import { readId } from '@dacsan/platform/ids'
import { paperResponse } from '#lib/joining/paper-response.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { ctx }, params }) =>
  paperResponse(await openReviewPhoto(ctx, readId('rvw', params.id), Number(params.place)))
