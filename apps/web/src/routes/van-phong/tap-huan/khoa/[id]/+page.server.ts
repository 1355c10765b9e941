import { findCourse } from '@dacsan/modules/support'
import { readId } from '@dacsan/platform/ids'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
  ...(await findCourse(ctx, readId('trc', params.id))),
  saved: url.searchParams.has('da-luu'),
})
