import { NotFound } from '@dacsan/decisions'
import { hasRole, requireRole } from '../identity/index.ts'
import type { Actor, Person } from '../identity/index.ts'

/** Who reads decisions, drafts included. */
const readers = ['provincial-officer', 'council-secretary', 'council-chair', 'leader'] as const

export const requireDecisionReader = (actor: Actor): Person => requireRole(actor, ...readers)

/** Drafts, records and withdraws: the office that keeps the programme's papers. */
export const requireDecisionOfficer = (actor: Actor): Person => requireRole(actor, 'provincial-officer')

/** The paper of a certificate: its producer and those who read decisions. A certificate that is someone else's has no paper to fetch. */
export function requireHolder(actor: Actor, organisationId: string | null): void {
  const person = requireRole(actor, 'producer', ...readers)
  if (hasRole(person, ...readers)) return
  const own = person.memberships.some((membership) => membership.role === 'producer' && membership.organisationId === organisationId)
  if (!own) throw new NotFound('No such certificate')
}
