import { recipesOfProducer } from '@dacsan/modules/traceability'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({ products: await recipesOfProducer(ctx) })
