import { followMisuse } from '@dacsan/modules/promotion'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, setHeaders }) => {
  setHeaders({ 'cache-control': 'private, no-store' })
  const { status, ...followed } = await followMisuse(ctx, params.code)
  return { followed, state: status }
}
