import { ownFile } from '@dacsan/modules/catalogue'
import { lotsOfProducer } from '@dacsan/modules/traceability'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  const { producer } = await ownFile(ctx)
  return { hasProducer: producer !== undefined, lots: producer ? await lotsOfProducer(ctx) : [] }
}
