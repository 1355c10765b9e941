import { letterFile } from '@dacsan/modules/dossiers'
import { readId } from '@dacsan/platform/ids'
import { paperResponse } from '#lib/download.ts'
import type { RequestHandler } from './$types'

/** A letter for several dossiers, `cong-van-de-nghi.pdf`. */
export const GET: RequestHandler = async (event) => {
  const { letter, file } = event.params
  return paperResponse(event, await letterFile(event.locals.ctx, { letterId: readId('cvl', letter), file }))
}
