import { hasRole, requireRole } from '../../identity/index.ts'
import type { Ctx } from '../../context.ts'
import type { Seat, SessionStatus } from '../rules.ts'
import { seatRoles } from '../rules.ts'
import { selectSeats, selectSessions, selectTable } from './session.store.ts'
import type { Session } from './session.store.ts'
import { sitDown } from './open-session-as.ts'
import type { DeskKind } from '../policy.ts'

export type SessionCard = {
  id: string
  roundName: string
  councilName: string
  heldOn: string
  place: string
  status: SessionStatus
  closedAt: Date | null
  dossierCount: number
  /** The actor's own seat, where they have one. */
  seat: Seat | null
}

const councilRoles = Object.values(seatRoles).flat()

/** The sessions that concern the actor: the office sees all, a leader the closed ones, everybody else those of their own council. */
export async function listSessions(ctx: Ctx): Promise<SessionCard[]> {
  const person = requireRole(ctx.actor, 'provincial-officer', 'leader', ...councilRoles)
  const seesAll = hasRole(person, 'provincial-officer')
  const sessions = seesAll ? await selectSessions(ctx.db, {}) : await selectSessions(ctx.db, { userId: person.userId })
  const closed = hasRole(person, 'leader') && !seesAll ? await selectSessions(ctx.db, { closedOnly: true }) : []
  const known = new Set(sessions.map((session) => session.id))
  const cards = []
  for (const session of [...sessions, ...closed.filter(({ id }) => !known.has(id))]) {
    const { id, roundName, councilName, heldOn, place, status, closedAt } = session
    const seat = (await selectSeats(ctx.db, id)).find((candidate) => candidate.userId === person.userId)?.seat ?? null
    const dossierCount = (await selectTable(ctx.db, id)).length
    cards.push({ id, roundName, councilName, heldOn, place, status, closedAt, dossierCount, seat })
  }
  return cards
}

/** One session and from where the actor looks at it. */
export async function findSession(ctx: Ctx, sessionId: string): Promise<{ session: Session; desk: DeskKind }> {
  const { session, desk } = await sitDown(ctx, sessionId, 'member', 'chair', 'secretary', 'office', 'leader')
  return { session, desk: desk.kind }
}
