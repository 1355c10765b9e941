import { expiryWatch } from '@dacsan/modules/certificates'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => expiryWatch(ctx)
