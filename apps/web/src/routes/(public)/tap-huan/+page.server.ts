import { listPublicClasses } from '@dacsan/modules/support'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => listPublicClasses(ctx)
