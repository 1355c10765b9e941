import { openTrademarkPaper } from '@dacsan/modules/dossiers'
import { readId } from '@dacsan/platform/ids'
import { paperResponse } from '#lib/joining/paper-response.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { ctx }, params }) =>
  paperResponse(await openTrademarkPaper(ctx, readId('tmk', params.id), readId('evi', params.evidence)))
