import { breachPaper } from '@dacsan/modules/privacy'
import { readId } from '@dacsan/platform/ids'
import { paperResponse } from '#lib/download.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) =>
  paperResponse(event, await breachPaper(event.locals.ctx, { breachId: readId('brc', event.params.id), file: 'mau-08.pdf' }))
