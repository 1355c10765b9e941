import { listPublicPoints } from '@dacsan/modules/promotion'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const commune = url.searchParams.get('xa') ?? ''
  return { ...(await listPublicPoints(ctx, { commune })), commune }
}
