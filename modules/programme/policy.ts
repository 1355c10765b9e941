import { requireRole } from '../identity/rules.ts'
import type { Actor, Person, Role, Who } from '../identity/rules.ts'

/** The programme's figures are for those who steer it; producers and buyers see the public register. */
export const figureReaders = {
  leader: 'any',
  'provincial-officer': 'any',
  'trade-department': 'any',
  'science-department': 'any',
  administrator: 'any',
} as const satisfies Who

export function requireReader(actor: Actor): Person {
  return requireRole(actor, ...(Object.keys(figureReaders) as Role[]))
}
