import { openOwnTestFile } from '@dacsan/modules/appraisal'
import { readId } from '@dacsan/platform/ids'
import { paperResponse } from '#lib/joining/paper-response.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { ctx }, params: { id, test } }) =>
  paperResponse(await openOwnTestFile(ctx, { dossierId: readId('dos', id), file: readId('lbt', test) }))
