import { Forbidden, NotFound } from '@dacsan/decisions'
import { hasRole } from '../identity/rules.ts'
import type { Actor, Person } from '../identity/rules.ts'
import { seatRoles } from './rules.ts'
import type { Seat, SessionStatus } from './rules.ts'

export type SeatAtTable = { memberId: string; userId: string; seat: Seat }

/**
 * From where somebody looks at a session. `member` scores, `chair` scores and closes, `secretary` runs it,
 * `office` (the provincial office) prepares and reads it, `leader` reads what was decided.
 */
export type DeskKind = 'member' | 'chair' | 'secretary' | 'office' | 'leader'
export type Desk<Kind extends DeskKind = DeskKind> = {
  kind: Kind
  memberId: Kind extends 'office' | 'leader' ? null : string
  userId: string
}

/** A seat counts only together with its role; a session that is none of one's own does not exist. */
export function deskAt(actor: Actor, seats: readonly SeatAtTable[], status: SessionStatus): Desk {
  if (actor.kind === 'visitor') throw new Forbidden('sign-in')
  if (actor.kind !== 'person') throw new NotFound('no such session')
  const mine = seats.find((seat) => seat.userId === actor.userId)
  if (mine && hasRole(actor, ...seatRoles[mine.seat])) {
    const kind = mine.seat === 'chair' || mine.seat === 'secretary' ? mine.seat : 'member'
    return { kind, memberId: mine.memberId, userId: actor.userId }
  }
  if (hasRole(actor, 'provincial-officer')) return { kind: 'office', memberId: null, userId: actor.userId }
  if (hasRole(actor, 'leader') && status === 'closed') return { kind: 'leader', memberId: null, userId: actor.userId }
  throw new NotFound('no such session')
}

/** Narrows a desk to those who may do something; the others know the session, so they are told no. */
export function requireDesk<Kind extends DeskKind>(desk: Desk, ...kinds: readonly Kind[]): Desk<Kind> {
  if (!kinds.some((kind) => kind === desk.kind)) throw new Forbidden('desk', { desk: desk.kind, wanted: kinds })
  return desk as Desk<Kind>
}

/** The dossiers of the province's table: the office sees all, an adviser the ones that were given to them. */
export function mayAppraise(person: Person, dossier: { adviserId: string | null }): boolean {
  if (hasRole(person, 'provincial-officer')) return true
  return hasRole(person, 'advisory-member') && dossier.adviserId === person.userId
}
