import { findEverywhere } from '@dacsan/modules/find-everywhere'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => ({
  found: await findEverywhere(locals.ctx, url.searchParams.get('q') ?? ''),
})
