import { hasRole } from '@dacsan/modules/identity'
import type { Actor } from '@dacsan/modules/identity'
import { rooms } from '@dacsan/modules/rooms'

/** Whether the side bar leads somebody to a page of the office, or to the pages around it. */
export function mayWorkAt(actor: Actor, route: string | null): boolean {
  const roles = rooms
    .flatMap(({ navigation }) => navigation)
    .filter(({ path }) => `${route}/`.startsWith(`${path}/`))
    .flatMap((entry) => entry.roles)
  return actor.kind === 'person' && hasRole(actor, ...roles)
}
