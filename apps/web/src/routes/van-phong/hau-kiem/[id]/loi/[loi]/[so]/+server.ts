import { error } from '@sveltejs/kit'
import { openProof } from '@dacsan/modules/inspection'
import { readId } from '@dacsan/platform/ids'
import { paperResponse } from '#lib/joining/paper-response.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { ctx }, params }) => {
  if (!/^[1-9]\d{0,5}$/.test(params.so)) error(404, 'Not Found')
  return paperResponse(await openProof(ctx, readId('ins', params.id), { findingId: params.loi, number: Number(params.so) }))
}
