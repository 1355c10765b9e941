import { listAppraisals } from '@dacsan/modules/appraisal'
import { hasRole } from '@dacsan/modules/identity'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => ({
  rows: await listAppraisals(locals.ctx),
  isOffice: hasRole(locals.actor, 'provincial-officer'),
})
