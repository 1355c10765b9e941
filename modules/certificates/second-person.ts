import type { ReadDb } from '../context.ts'
import { hasRole } from '../identity/index.ts'
import type { Actor, Ties } from '../identity/index.ts'
import { actorId } from '../identity/rules.ts'
import { hasOtherWith } from './register-import.store.ts'
import type { RegisterImport } from './register-import.store.ts'
import type { NotSecondPerson } from './rules.ts'

/**
 * Why somebody who reads imports is not the second person of this one; null where they are. Whoever proposed it is not, and an administrator is
 * only where the province has no officer beside the one who proposed it.
 */
export async function whyNotSecondPerson(
  db: ReadDb,
  actor: Actor,
  { proposedBy }: Pick<RegisterImport, 'proposedBy'>,
  today: string,
): Promise<NotSecondPerson | null> {
  if (actorId(actor) === proposedBy) return 'own-import'
  if (hasRole(actor, 'provincial-officer')) return null
  return (await hasOtherWith(db, 'provincial-officer', proposedBy, today)) ? 'officer-available' : null
}

export const tiesOfImport = (whyNot: NotSecondPerson | null): Ties => ({ law: whyNot === null ? ['second-person'] : [] })
