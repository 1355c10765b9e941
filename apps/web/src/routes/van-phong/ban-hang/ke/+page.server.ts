import { ownProducts } from '@dacsan/modules/shop'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => ({ products: await ownProducts(locals.ctx) })
