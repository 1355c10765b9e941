import { error } from '@sveltejs/kit'
import { openTransferPaper } from '@dacsan/modules/joining'
import { readId } from '@dacsan/platform/ids'
import { paperResponse } from '#lib/joining/paper-response.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { ctx }, params }) => {
  if (!/^[1-9]\d{0,5}$/.test(params.so)) error(404, 'Not Found')
  return paperResponse(await openTransferPaper(ctx, readId('ptr', params.id), Number(params.so)))
}
