import { ownDebts } from '@dacsan/modules/shop'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => ownDebts(ctx)
