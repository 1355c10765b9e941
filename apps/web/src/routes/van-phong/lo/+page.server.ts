import { producerOfActor } from '@dacsan/modules/catalogue'
import { requireRole } from '@dacsan/modules/identity'
import { lotsOfProducer } from '@dacsan/modules/traceability'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  requireRole(ctx.actor, 'producer')
  const producer = await producerOfActor(ctx)
  return { hasProducer: producer !== undefined, lots: producer ? await lotsOfProducer(ctx) : [] }
}
