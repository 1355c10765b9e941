import { figuresBeforeAMeeting } from '@dacsan/modules/programme'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => ({ meeting: await figuresBeforeAMeeting(locals.ctx) })
