import { checkUse } from '@dacsan/modules/promotion'
import type { PageServerLoad } from './$types'

/** Answers for today: nobody may keep it. */
export const load: PageServerLoad = async ({ locals: { ctx }, params, setHeaders }) => {
  setHeaders({ 'cache-control': 'private, no-store' })
  return checkUse(ctx, params.slug, params.code)
}
