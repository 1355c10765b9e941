import { NotFound } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { firstDone } from '../../identity/index.ts'
import { councilRules, sitDown } from './open-session-as.ts'
import { conflictsOf } from '../councils/conflict.store.ts'
import { resultsOf } from './list-results.ts'
import type { ResultRow } from './list-results.ts'
import { selectCountedSheets } from './result.store.ts'
import type { CountedSheet } from './result.store.ts'
import { attendance } from '../rules.ts'
import type { Attendance, ConflictOfInterest } from '../rules.ts'
import { scoringStarted } from './run-session.ts'
import { selectTable } from './session.store.ts'
import type { SeatedMember, Session, TabledDossier } from './session.store.ts'

export type MinutesDossier = TabledDossier & {
  /** Null for a dossier that was left for another session. */
  result: ResultRow | null
  sheets: CountedSheet[]
  excluded: (ConflictOfInterest & { memberId: string; name: string })[]
}

export type SessionForMinutes = {
  session: Session
  /** When scoring began: the trail keeps it, no one types it. */
  startedAt: Date | null
  seats: SeatedMember[]
  attendance: Attendance
  dossiers: MinutesDossier[]
}

/** Everything that the minutes of a closed session say; the single sheets are for the secretary, the chair, the office and leaders. */
export async function sessionForMinutes(ctx: Ctx, sessionId: string): Promise<SessionForMinutes> {
  const { session, seats } = await sitDown(ctx, sessionId, 'secretary', 'chair', 'office', 'leader')
  if (session.status !== 'closed') throw new NotFound('no minutes before the close')
  const results = await resultsOf(ctx.db, sessionId)
  const sheets = await selectCountedSheets(ctx.db, sessionId)
  const conflicts = await conflictsOf(ctx.db, sessionId, dateInVietnam(ctx.now))
  const nameOf = (memberId: string) => seats.find((seat) => seat.memberId === memberId)?.name ?? memberId
  return {
    session,
    startedAt: await firstDone(ctx.db, { ...scoringStarted, subjectId: sessionId }),
    seats,
    attendance: attendance(seats, councilRules(session.rules)),
    dossiers: (await selectTable(ctx.db, sessionId)).map((tabled) => ({
      ...tabled,
      result: results.find((row) => row.dossierId === tabled.dossierId) ?? null,
      sheets: sheets.get(tabled.dossierId) ?? [],
      excluded: conflicts
        .filter((conflict) => conflict.dossierId === tabled.dossierId)
        .map(({ memberId, origin, reason }) => ({ memberId, name: nameOf(memberId), origin, reason })),
    })),
  }
}
