import { listNames } from '@dacsan/modules/catalogue'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => ({
  groups: await listNames(ctx),
  saved: url.searchParams.has('da-luu'),
})
