import { requireRole } from '../identity/index.ts'
import type { Actor, Person, Role } from '../identity/index.ts'
import { permits } from '../identity/rules.ts'
import type { Who } from '../papers/index.ts'

/** Who reads decisions, drafts included. */
export const readers = {
  'provincial-officer': 'any',
  'council-secretary': 'any',
  'council-chair': 'any',
  leader: 'any',
} as const satisfies Who

export const requireDecisionReader = (actor: Actor): Person => requireRole(actor, ...(Object.keys(readers) as Role[]))

/** Who reads the imports of the register: the two persons who answer for one. */
const importReaders = { 'provincial-officer': 'any', administrator: 'any' } as const satisfies Who

export const requireImportReader = (actor: Actor): Person => requireRole(actor, ...(Object.keys(importReaders) as Role[]))
export const readsImports = (actor: Actor): boolean => permits(importReaders, actor)
