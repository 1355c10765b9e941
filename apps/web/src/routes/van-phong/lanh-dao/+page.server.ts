import { steeringPage } from '@dacsan/modules/programme'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => ({ steering: await steeringPage(locals.ctx) })
