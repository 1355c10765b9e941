import { requireRole } from '@dacsan/modules/identity'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = ({ locals, url }) => {
  // Law may also be superseded by the provincial office; the rest is for administrators.
  const law = url.pathname === '/van-phong/quan-tri/luat' || url.pathname.startsWith('/van-phong/quan-tri/luat/')
  requireRole(locals.actor, 'administrator', ...(law ? (['provincial-officer'] as const) : []))
}
