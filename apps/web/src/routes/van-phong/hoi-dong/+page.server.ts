import { listCouncils, listSessions } from '@dacsan/modules/appraisal'
import { hasRole } from '@dacsan/modules/identity'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const convenes = hasRole(locals.actor, 'provincial-officer', 'council-secretary')
  return {
    sessions: await listSessions(locals.ctx),
    councils: convenes ? await listCouncils(locals.ctx) : [],
    convenes,
    isOffice: hasRole(locals.actor, 'provincial-officer'),
  }
}
