import { listAppraisalQueue } from '@dacsan/modules/appraisal'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => listAppraisalQueue(locals.ctx)
