import { listPublicFairs } from '@dacsan/modules/promotion'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({ fairs: await listPublicFairs(ctx) })
