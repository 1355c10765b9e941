import { openReturnPhoto } from '@dacsan/modules/returns'
import { readId } from '@dacsan/platform/ids'
import { paperResponse } from '#lib/joining/paper-response.ts'
import type { RequestHandler } from './$types'

/** For both desks: the seller of the case, and the office to which it was brought. */
export const GET: RequestHandler = async ({ locals: { ctx }, params }) =>
  paperResponse(await openReturnPhoto(ctx, readId('ret', params.id), Number(params.place)))
