import { findPublicPoint, shelfOfPoint } from '@dacsan/modules/promotion'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const found = await findPublicPoint(ctx, params.slug)
  return { ...found, shelf: found.point.isWithdrawn ? [] : await shelfOfPoint(ctx, found.point.id) }
}
