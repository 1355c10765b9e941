import { accountFilter, listAccounts } from '@dacsan/modules/identity'
import { roleNames } from '@dacsan/modules/identity/words'
import { filterOf } from '#lib/filter.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const filter = accountFilter.parse(filterOf(url))
  return { ...(await listAccounts(locals.ctx, filter)), filter, roleNames }
}
