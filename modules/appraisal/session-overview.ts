import type { Ctx } from '../context.ts'
import { councilRules, readTable, sitDown } from './at-table.ts'
import { selectReports } from './intake.store.ts'
import type { DeskKind } from './policy.ts'
import { attendance, decideClosing, progressOf } from './rules.ts'
import type { Attendance, ClosingRefusal, ConflictOfInterest, Progress, SheetStatus } from './rules.ts'
import type { SeatedMember, Session, TabledDossier } from './session.store.ts'

export type DossierProgress = TabledDossier & {
  submitted: number
  expected: number
  /** Who still has to hand in a sheet. */
  missing: { memberId: string; name: string }[]
  /** How far each sheet is, never what it says. */
  sheets: { memberId: string; name: string; status: SheetStatus }[]
  spread: Progress['spread']
  needsDiscussion: boolean
  conflicts: (ConflictOfInterest & { memberId: string; name: string })[]
  /** The member who wrote the advisory report, where one did: no conflict, but worth knowing. */
  adviserOnCouncil: string | null
}

export type SessionOverview = {
  session: Session
  desk: DeskKind
  seats: SeatedMember[]
  attendance: Attendance
  dossiers: DossierProgress[]
  /** What stands in the way of closing; null when nothing does. */
  obstacle: ClosingRefusal | null
}

/**
 * The session as its secretary and chair follow it: who is there, which sheets are in, where points lie too far apart.
 * It carries no points: whether they lie too far apart is one word, told once a scoring, and no figure stands behind it.
 */
export async function sessionOverview(ctx: Ctx, sessionId: string): Promise<SessionOverview> {
  const { session, seats, desk } = await sitDown(ctx, sessionId, 'secretary', 'chair', 'office')
  const rules = councilRules(session.rules)
  const table = await readTable(ctx.db, ctx, sessionId)
  const reports = await selectReports(
    ctx.db,
    table.map(({ tabled }) => tabled.dossierId),
  )
  const nameOf = (memberId: string) => seats.find((seat) => seat.memberId === memberId)?.name ?? memberId
  const closing = decideClosing(session.status, { council: seats, dossiers: table.map((row) => row.onTable), rules })
  return {
    session,
    desk: desk.kind,
    seats,
    attendance: attendance(seats, rules),
    dossiers: table.map(({ tabled, onTable, sheets, conflicts }) => {
      const progress = progressOf(onTable, seats, rules)
      const adviser = reports.find((report) => report.dossierId === tabled.dossierId)?.adviserId
      return {
        ...tabled,
        submitted: progress.submitted,
        expected: progress.scorers.length,
        missing: progress.missing.map((memberId) => ({ memberId, name: nameOf(memberId) })),
        sheets: sheets.map(({ memberId, status }) => ({ memberId, name: nameOf(memberId), status })),
        spread: progress.spread,
        needsDiscussion: progress.needsDiscussion,
        conflicts: conflicts.map(({ memberId, origin, reason }) => ({ memberId, name: nameOf(memberId), origin, reason })),
        adviserOnCouncil: seats.find((seat) => seat.userId === adviser)?.name ?? null,
      }
    }),
    obstacle: closing.ok ? null : closing.refusal,
  }
}
