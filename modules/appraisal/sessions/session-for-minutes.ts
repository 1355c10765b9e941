import { NotFound } from '@dacsan/decisions'
import type { NamedAct } from '@dacsan/decisions'
import type { Ctx, ReadDb } from '../../context.ts'
import { firstDone } from '../../identity/index.ts'
import type { CouncilMemberId, SessionId } from '../rules/ids.ts'
import { councilRules, openSessionAs, readSessionDossiers } from './open-session-as.ts'
import { withoutKey } from '../councils/conflict.store.ts'
import { resultsOf } from './list-results.ts'
import type { ResultRow } from './list-results.ts'
import { selectCountedSheets } from './result.store.ts'
import type { CountedSheet } from './result.store.ts'
import { attendance, quorumFor, sessionActs, takingPart } from '../rules.ts'
import type { Attendance, ConflictOfInterest, ProposedTie } from '../rules.ts'
import { uncountedIn } from './uncounted.ts'
import type { UncountedInSession } from './uncounted.ts'
import { selectSeats, selectSession } from './session.store.ts'
import type { SeatedMember, Session, SessionDossier } from './session.store.ts'

export type MinutesDossier = SessionDossier & {
  /** Null for a dossier that was left for another session. */
  result: ResultRow | null
  sheets: CountedSheet[]
  excluded: (ConflictOfInterest & { memberId: CouncilMemberId; name: string })[]
  /** Ties that the platform proposed and the secretary found to be none. */
  dismissed: { name: string; tie: ProposedTie; reason: string }[]
  uncounted: UncountedInSession[]
  /** Sheets that were handed in, given back and handed in again: how many, and never whose. */
  returned: number
  /** Who decided on this dossier. */
  quorum: ReturnType<typeof quorumFor>
}

export type SessionForMinutes = {
  session: Session
  /** When scoring began, as the audit trail has it; what the secretary wrote (`session.beganAt`) goes before it. */
  startedAt: Date | null
  seats: SeatedMember[]
  attendance: Attendance
  dossiers: MinutesDossier[]
}

/** Everything that the minutes of a closed session say; the single sheets are for the secretary, the chair, the office and leaders. */
export async function sessionForMinutes(ctx: Ctx, sessionId: SessionId): Promise<SessionForMinutes> {
  return minutesOf(ctx, await openSessionAs(ctx, sessionId, 'secretary', 'chair', 'office', 'leader'))
}

/** The same for a room that judged its reader itself: whoever is told a result may have the paper that says it, which names no member. */
export async function closedSession(ctx: Ctx, sessionId: SessionId): Promise<SessionForMinutes> {
  const session = await selectSession(ctx.db, sessionId)
  if (!session) throw new NotFound('No such session', { sessionId })
  return minutesOf(ctx, { session, seats: await selectSeats(ctx.db, sessionId) })
}

async function minutesOf(ctx: Ctx, { session, seats }: { session: Session; seats: SeatedMember[] }): Promise<SessionForMinutes> {
  const sessionId = session.id
  if (session.status !== 'closed') throw new NotFound('No minutes before the close', { sessionId })
  const results = await resultsOf(ctx.db, sessionId)
  const sheets = await selectCountedSheets(ctx.db, sessionId)
  const rows = await readSessionDossiers(ctx.db, ctx, sessionId)
  const nameOf = (memberId: CouncilMemberId) => seats.find((seat) => seat.memberId === memberId)?.name ?? memberId
  return {
    session,
    startedAt: await firstRecorded(ctx.db, sessionActs['start-scoring'], sessionId),
    seats,
    attendance: attendance(seats, councilRules(session.rules)),
    dossiers: rows.map(({ dossier, scoring, sheets: written, conflicts, ties }) => ({
      ...dossier,
      result: results.find((row) => row.dossierId === dossier.dossierId) ?? null,
      sheets: sheets.get(dossier.dossierId) ?? [],
      excluded: conflicts.map((conflict) => ({ ...withoutKey(conflict), memberId: conflict.memberId, name: nameOf(conflict.memberId) })),
      dismissed: ties.flatMap(({ memberId, tie, decision, reason }) =>
        decision === 'dismissed' ? [{ name: nameOf(memberId), tie, reason }] : [],
      ),
      returned: written.filter(({ revision }) => revision > 0).length,
      uncounted: uncountedIn({ scoring, conflicts }, takingPart(session.manner, seats, written)),
      quorum: quorumFor(scoring, takingPart(session.manner, seats, written), councilRules(session.rules)),
    })),
  }
}

/** When an act was first recorded, under its name of today or a former one. */
async function firstRecorded(db: ReadDb, act: NamedAct, subjectId: string): Promise<Date | null> {
  for (const action of [act.event, ...Object.keys(act.formerly ?? {})]) {
    const at = await firstDone(db, { action, subjectType: act.subject, subjectId })
    if (at) return at
  }
  return null
}
