import { findChannelOrder } from '@dacsan/modules/channels'
import { readId } from '@dacsan/platform/ids'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({
  order: await findChannelOrder(ctx, readId('cho', params.id)),
})
