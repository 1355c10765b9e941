import { hasRole, requireRole } from '../identity/index.ts'
import type { Actor, Person } from '../identity/index.ts'

/** Who reads decisions, drafts included. */
const readers = ['provincial-officer', 'council-secretary', 'council-chair', 'leader'] as const

export const requireDecisionReader = (actor: Actor): Person => requireRole(actor, ...readers)

/** Drafts, records and withdraws: the office that keeps the programme's papers. */
export const requireDecisionOfficer = (actor: Actor): Person => requireRole(actor, 'provincial-officer')

/** The paper of a certificate is for its producer and for those who read decisions. */
export function mayFetchPaper(actor: Actor, organisationId: string | null): boolean {
  if (actor.kind !== 'person') return false
  const isProducer = actor.memberships.some((membership) => membership.role === 'producer' && membership.organisationId === organisationId)
  return isProducer || hasRole(actor, ...readers)
}
