import { ownShop } from '@dacsan/modules/shop'
import type { LayoutServerLoad } from './$types'

/** Every page of the shop shows what is still missing before anything can be sold. */
export const load: LayoutServerLoad = async ({ locals }) => ({ shop: await ownShop(locals.ctx), now: locals.ctx.now })
