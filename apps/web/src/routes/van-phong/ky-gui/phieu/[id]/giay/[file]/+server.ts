import { notePaper } from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import { paperResponse } from '#lib/download.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) => {
  const { id, file } = event.params
  return paperResponse(event, await notePaper(event.locals.ctx, { noteId: readId('csd', id), file }))
}
