import { openInspectionPhoto } from '@dacsan/modules/inspection'
import { readId } from '@dacsan/platform/ids'
import { paperResponse } from '#lib/joining/paper-response.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { ctx }, params }) =>
  paperResponse(await openInspectionPhoto(ctx, readId('ins', params.id), params.anh))
