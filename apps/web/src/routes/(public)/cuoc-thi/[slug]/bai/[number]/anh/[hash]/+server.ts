import { openOwnEntryPhoto } from '@dacsan/modules/promotion'
import { paperResponse } from '#lib/joining/paper-response.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { ctx }, params, url }) => {
  const held = { number: /^\d{1,6}$/.test(params.number) ? Number(params.number) : 0, secret: url.searchParams.get('k') ?? '' }
  return paperResponse(await openOwnEntryPhoto(ctx, params.slug, held, params.hash))
}
