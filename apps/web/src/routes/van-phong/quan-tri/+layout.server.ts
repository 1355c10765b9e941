import { requireRole } from '@dacsan/modules/identity'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = ({ locals, route }) => {
  // Law may also be superseded by the provincial office; the rest is for administrators.
  const law = route.id.startsWith('/van-phong/quan-tri/luat')
  requireRole(locals.actor, 'administrator', ...(law ? (['provincial-officer'] as const) : []))
}
