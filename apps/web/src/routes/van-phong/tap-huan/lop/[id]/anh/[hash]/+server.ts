import { openSheet } from '@dacsan/modules/support'
import { readId } from '@dacsan/platform/ids'
import { paperResponse } from '#lib/joining/paper-response.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { ctx }, params }) =>
  paperResponse(await openSheet(ctx, readId('tcl', params.id), params.hash))
