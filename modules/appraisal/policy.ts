import { hasRole } from '../identity/rules.ts'
import type { Actor, SeatTie, Ties, UserId } from '../identity/rules.ts'
import { seatRoles } from './rules.ts'
import type { Seat, SessionStatus } from './rules.ts'

/**
 * As what somebody reads a session. `member` scores, `chair` scores and closes, `secretary` runs it, `office` (the provincial office) prepares
 * and reads it, `leader` reads what was decided. What each of them may do, the tables of acts say.
 */
export type SessionRole = 'member' | 'chair' | 'secretary' | 'office' | 'leader'

/** A seat counts only together with its role. Null: the session does not exist for this actor. */
export function sessionRoleOf(
  actor: Actor,
  seats: readonly { userId: UserId; seat: Seat }[],
  status: SessionStatus | null,
): SessionRole | null {
  if (actor.kind !== 'person') return null
  const own = seats.find((seat) => seat.userId === actor.userId)
  if (own && hasRole(actor, ...seatRoles[own.seat])) return roleOfSeat[own.seat]
  if (hasRole(actor, 'provincial-officer')) return 'office'
  return hasRole(actor, 'leader') && status === 'closed' ? 'leader' : null
}

/** Whoever may hold a seat that scores. */
export const scorerRoles = [...seatRoles.chair, ...seatRoles.member]

const roleOfSeat = { chair: 'chair', 'vice-chair': 'member', member: 'member', secretary: 'secretary' } as const satisfies Record<
  Seat,
  SessionRole
>

const tiesOfRole: Record<SessionRole, readonly SeatTie[]> = {
  chair: ['chair-seat', 'scoring-seat'],
  member: ['scoring-seat'],
  secretary: ['secretary-seat'],
  office: [],
  leader: [],
}

/** What somebody is tied to a session by. */
export const tiesOfSession = (role: SessionRole | null): Ties => ({ seats: role === null ? [] : tiesOfRole[role] })

/** What somebody is tied to the report on a dossier by. */
export const tiesOfReport = (report: { adviserId: UserId } | null | undefined): Ties => ({
  assigned: report ? { userId: report.adviserId } : null,
})

/** The dossiers at the province: the office reads all, an adviser the ones that were given to them. */
export function mayReadAppraisal(actor: Actor, report: { adviserId: UserId | null } | null | undefined): boolean {
  if (hasRole(actor, 'provincial-officer')) return true
  return hasRole(actor, 'advisory-member') && actor.kind === 'person' && report?.adviserId === actor.userId
}
