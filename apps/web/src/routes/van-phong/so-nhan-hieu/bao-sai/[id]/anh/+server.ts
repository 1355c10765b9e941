import { openMisusePhoto } from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import { paperResponse } from '#lib/joining/paper-response.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { ctx }, params }) =>
  paperResponse(await openMisusePhoto(ctx, readId('mis', params.id)))
