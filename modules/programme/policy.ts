import { requireRole } from '../identity/index.ts'
import type { Actor, Person, Role } from '../identity/index.ts'

const readers = [
  'leader',
  'provincial-officer',
  'trade-department',
  'science-department',
  'administrator',
] as const satisfies readonly Role[]

/** The programme's figures are for those who steer it; producers and buyers see the public register. */
export function requireReader(actor: Actor): Person {
  return requireRole(actor, ...readers)
}
