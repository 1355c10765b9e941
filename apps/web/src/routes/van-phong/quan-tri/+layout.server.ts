import { requireRole } from '@dacsan/modules/identity'
import { rooms } from '@dacsan/modules/rooms'
import { paths } from '#lib/paths.ts'
import type { LayoutServerLoad } from './$types'

/** Whom the side bar leads here, or to the administration around it: administrators everywhere, the provincial office to the law. */
export const load: LayoutServerLoad = ({ locals, route }) => {
  const entries = rooms
    .flatMap(({ navigation }) => navigation)
    .filter(({ path }) => path.startsWith(paths.administration) && `${route.id}/`.startsWith(`${path}/`))
  requireRole(locals.actor, ...entries.flatMap(({ roles }) => roles))
}
