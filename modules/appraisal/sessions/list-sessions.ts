import { mayOf } from '@dacsan/decisions'
import type { May } from '@dacsan/decisions'
import type { Ctx } from '../../context.ts'
import { grantsOf, hasRole, requireRole } from '../../identity/index.ts'
import { sessionRoleOf, tiesOfSession } from '../policy.ts'
import type { SessionRole } from '../policy.ts'
import { seatRoles, sessionActs, takingPart } from '../rules.ts'
import type { Manner, Seat, SessionStatus } from '../rules.ts'
import type { CouncilMemberId, SessionId } from '../rules/ids.ts'
import { openSessionAs, readSessionDossiers } from './open-session-as.ts'
import { selectSeats, selectSessionDossiers, selectSessions } from './session.store.ts'
import type { SeatedMember, Session, SessionDossier } from './session.store.ts'
import { uncountedIn } from './uncounted.ts'
import type { UncountedInSession } from './uncounted.ts'
import type { RoundId } from '../../dossiers/rules.ts'

export type SessionCard = {
  id: SessionId
  roundId: RoundId
  roundName: string
  manner: Manner
  councilName: string
  heldOn: string
  place: string
  status: SessionStatus
  closedAt: Date | null
  /** Something was concluded that a decision follows. */
  hasResults: boolean
  dossierCount: number
  /** The actor's own seat, where they have one. */
  seat: Seat | null
  may: May<typeof sessionActs>
}

const councilRoles = Object.values(seatRoles).flat()

/** The sessions that concern the actor: the office sees all, a leader the closed ones, everybody else those of their own council. */
export async function listSessions(ctx: Ctx, filter: { roundId?: RoundId } = {}): Promise<SessionCard[]> {
  const person = requireRole(ctx.actor, 'provincial-officer', 'leader', ...councilRoles)
  const seesAll = hasRole(person, 'provincial-officer')
  const sessions = seesAll ? await selectSessions(ctx.db, {}) : await selectSessions(ctx.db, { userId: person.userId })
  const closed = hasRole(person, 'leader') && !seesAll ? await selectSessions(ctx.db, { closedOnly: true }) : []
  const known = new Set(sessions.map((session) => session.id))
  const wanted = [...sessions, ...closed.filter(({ id }) => !known.has(id))].filter(
    ({ roundId }) => filter.roundId === undefined || roundId === filter.roundId,
  )
  const cards: SessionCard[] = []
  for (const session of wanted) {
    const { id, roundId, roundName, manner, councilName, heldOn, place, status, closedAt, hasResults } = session
    const seats = await selectSeats(ctx.db, id)
    const seat = seats.find((candidate) => candidate.userId === person.userId)?.seat ?? null
    const dossierCount = (await selectSessionDossiers(ctx.db, id)).length
    const may = mayOf(sessionActs, status, grantsOf(person, tiesOfSession(sessionRoleOf(person, seats, status))))
    cards.push({ id, roundId, roundName, manner, councilName, heldOn, place, status, closedAt, hasResults, dossierCount, seat, may })
  }
  return cards
}

export type SessionParts = {
  session: Session
  role: SessionRole
  /** It was called, and does not take place. */
  isCancelled: boolean
  inWriting: boolean
  /** What could not be concluded in writing, and why, once that is closed. */
  toMeet: Pick<SessionDossier, 'dossierId' | 'code' | 'productName' | 'findingReason'>[]
  /** Which parts of the session are there for the actor: their own sheets, the overview of how it goes, its results, its papers, the marks under letters. */
  parts: { sheets: boolean; overview: boolean; results: boolean; papers: boolean; marks: boolean }
  /** What the actor has to be told of their own sheets, also after the close: that they are not counted as present, or that a sheet does not count. */
  own: {
    absence: { reason: string; notedBy: string | null; notedAt: Date | null } | null
    uncounted: ({ productName: string } & UncountedInSession)[]
  }
  may: May<typeof sessionActs>
}

const scorers: readonly SessionRole[] = ['member', 'chair']
const overseers: readonly SessionRole[] = ['secretary', 'chair', 'office']
const paperKeepers: readonly SessionRole[] = ['secretary', 'office']

/** One session, as what the actor reads it, and what of it there is to read. */
export async function findSession(ctx: Ctx, sessionId: SessionId): Promise<SessionParts> {
  const { session, role, seats, memberId } = await openSessionAs(ctx, sessionId, 'member', 'chair', 'secretary', 'office', 'leader')
  const isClosed = session.status === 'closed'
  const isOver = isClosed || session.status === 'cancelled'
  return {
    session,
    role,
    isCancelled: session.status === 'cancelled',
    inWriting: session.manner === 'written',
    toMeet: isClosed && session.manner === 'written' ? await leftForMeeting(ctx, sessionId) : [],
    parts: {
      sheets: !isOver && scorers.includes(role),
      overview: !isOver && overseers.includes(role),
      results: isClosed,
      papers: isClosed && paperKeepers.includes(role),
      marks: isClosed && overseers.includes(role),
    },
    own: scorers.includes(role) ? await toldToMember(ctx, session, seats, memberId) : { absence: null, uncounted: [] },
    may: mayOf(sessionActs, session.status, grantsOf(ctx.actor, tiesOfSession(role))),
  }
}

async function leftForMeeting({ db }: Pick<Ctx, 'db'>, sessionId: SessionId): Promise<SessionParts['toMeet']> {
  const rows = (await selectSessionDossiers(db, sessionId)).filter(({ finding }) => finding === 'postponed')
  return rows.map(({ dossierId, code, productName, findingReason }) => ({ dossierId, code, productName, findingReason }))
}

async function toldToMember(
  ctx: Ctx,
  session: Session,
  seats: readonly SeatedMember[],
  memberId: CouncilMemberId,
): Promise<SessionParts['own']> {
  const seat = seats.find((candidate) => candidate.memberId === memberId)
  const rows = await readSessionDossiers(ctx.db, ctx, session.id)
  return {
    absence: seat?.absenceReason ? { reason: seat.absenceReason, notedBy: seat.absenceNotedBy, notedAt: seat.absenceNotedAt } : null,
    uncounted: rows.flatMap(({ dossier, scoring, sheets, conflicts }) =>
      uncountedIn({ scoring, conflicts }, takingPart(session.manner, seats, sheets))
        .filter((sheet) => sheet.memberId === memberId)
        .map((sheet) => ({ productName: dossier.productName, ...sheet })),
    ),
  }
}
