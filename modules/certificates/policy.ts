import { requireRole } from '../identity/index.ts'
import type { Actor, Person, Role } from '../identity/index.ts'
import type { Who } from '../papers/index.ts'

/** Who reads decisions, drafts included. */
export const readers = {
  'provincial-officer': 'any',
  'council-secretary': 'any',
  'council-chair': 'any',
  leader: 'any',
} as const satisfies Who

export const requireDecisionReader = (actor: Actor): Person => requireRole(actor, ...(Object.keys(readers) as Role[]))
