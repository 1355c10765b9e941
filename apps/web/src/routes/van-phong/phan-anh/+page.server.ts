import { listDoubts } from '@dacsan/modules/traceability'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const which = url.searchParams.get('xem') === 'da-tra-loi' ? ('closed' as const) : ('open' as const)
  return { which, doubts: await listDoubts(ctx, which) }
}
