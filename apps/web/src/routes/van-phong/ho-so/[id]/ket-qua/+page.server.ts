import { findResultForProducer } from '@dacsan/modules/appraisal'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  result: await findResultForProducer(locals.ctx, params.id),
  id: params.id,
})
