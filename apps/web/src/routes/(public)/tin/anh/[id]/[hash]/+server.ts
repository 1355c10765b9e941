import { openNewsPhoto } from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import { paperResponse } from '#lib/joining/paper-response.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { ctx }, params }) => {
  const response = paperResponse(await openNewsPhoto(ctx, readId('new', params.id), params.hash))
  // Its address names its bytes; one that was taken away is gone from here within the hour.
  response.headers.set('cache-control', 'public, max-age=3600')
  return response
}
