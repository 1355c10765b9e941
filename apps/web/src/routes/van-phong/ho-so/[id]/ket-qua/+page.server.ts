import { findResultForProducer } from '@dacsan/modules/appraisal'
import { papersOfResult } from '@dacsan/modules/certificates'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const result = await findResultForProducer(locals.ctx, params.id)
  return { result, id: params.id, sent: result ? await papersOfResult(locals.ctx, result.dossierId) : [] }
}
