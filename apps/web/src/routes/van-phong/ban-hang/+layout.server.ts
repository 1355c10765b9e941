import { ownShop } from '@dacsan/modules/shop'
import type { LayoutServerLoad } from './$types'

/** The whole counter: small for one producer, and every page of it shows what is still missing before anything can be sold. */
export const load: LayoutServerLoad = async ({ locals }) => ({ shop: await ownShop(locals.ctx), now: locals.ctx.now })
