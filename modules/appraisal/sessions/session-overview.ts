import { addWorkingDays, dateInVietnam, isWorkingDay } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { holidays, ruleOn } from '../../law/index.ts'
import type { Rule } from '../../law/index.ts'
import { councilRules, readTable, sitDown } from './open-session-as.ts'
import { selectReports } from '../intake/intake.store.ts'
import type { DeskKind } from '../policy.ts'
import { attendance, decideClosing, progressOf, sessionWarnings } from '../rules.ts'
import type { Attendance, ClosingRefusal, ConflictOfInterest, Progress, SessionWarning, SheetStatus } from '../rules.ts'
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
  /** While it is prepared: what is odd about its day, and the rule on the papers of the members. */
  warnings: SessionWarning[]
  papersLead: Rule<'council.papers-lead-working-days'>
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
    ...(await warned(ctx, session)),
    obstacle: closing.ok ? null : closing.refusal,
  }
}

async function warned(ctx: Pick<Ctx, 'db'>, session: Session): Promise<Pick<SessionOverview, 'warnings' | 'papersLead'>> {
  const papersLead = await ruleOn(ctx.db, 'council.papers-lead-working-days', session.heldOn)
  const calledOn = dateInVietnam(session.calledAt)
  const facts = {
    restDay: !isWorkingDay(session.heldOn, holidays()),
    calledOn,
    earliest: addWorkingDays(calledOn, papersLead.value, holidays()),
  }
  return { warnings: session.status === 'preparing' ? sessionWarnings(session, facts) : [], papersLead }
}
