import { mayOf } from '@dacsan/decisions'
import type { May } from '@dacsan/decisions'
import { scoredCriteria } from '@dacsan/scorecard'
import { addWorkingDays, dateInVietnam, isWorkingDay } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { grantsOf } from '../../identity/index.ts'
import { criteriaSet, holidays, ruleOn } from '../../law/index.ts'
import type { Rule } from '../../law/index.ts'
import { withoutKey } from '../councils/conflict.store.ts'
import type { ProposedTieRow } from '../councils/conflict.store.ts'
import { selectReports } from '../intake/intake.store.ts'
import { tiesOfSession } from '../policy.ts'
import { selectTests } from '../preparation/laboratory.store.ts'
import type { SessionRole } from '../policy.ts'
import {
  attendance,
  isHandedIn,
  meetingOnly,
  owesDiscussion,
  progressOf,
  quorumFor,
  scores,
  scoringStateOf,
  sessionActs,
  sessionWarnings,
  sheetActs,
  takingPart,
  writtenProgress,
} from '../rules.ts'
import type {
  Attendance,
  ClosingRefusal,
  ConflictOfInterest,
  LaboratoryTestView,
  NamedSpread,
  Progress,
  ScoringState,
  SessionWarning,
  SheetStatus,
  WrittenClosingRefusal,
} from '../rules.ts'
import type { CouncilMemberId, SessionId } from '../rules/ids.ts'
import { closingOf } from './closing-of.ts'
import { selectNamedSpreads } from './deviation.store.ts'
import { councilRules, openSessionAs, readSessionDossiers } from './open-session-as.ts'
import { uncountedIn } from './uncounted.ts'
import type { UncountedInSession } from './uncounted.ts'
import type { SeatedMember, Session, SessionDossier } from './session.store.ts'

/**
 * `waits`: the secretary has to judge it before the session closes; `excludes`: it was confirmed, and stands among the conflicts.
 * `basis` is empty for readers who do not judge it.
 */
export type TieInSession = ProposedTieRow & { name: string; waits: boolean; excludes: boolean }

export type DossierProgress = SessionDossier & {
  state: ScoringState
  submitted: number
  expected: number
  /** Who still has to hand in a sheet. */
  missing: { memberId: CouncilMemberId; name: string }[]
  /** How far each sheet is, never what it says. */
  sheets: { memberId: CouncilMemberId; name: string; status: SheetStatus }[]
  /** The sheets that can be opened again. */
  reopenable: { memberId: CouncilMemberId; name: string }[]
  disclosure: Progress['disclosure']
  /** The criteria that the council lay furthest apart on when it was first asked to talk; nobody's name, and never anew. */
  spread: NamedSpread[]
  needsDiscussion: boolean
  /** A discussion can be opened, or is due: nothing was found that takes the dossier out of the scoring. */
  isDiscussable: boolean
  /** It can be left for a test that the producer is to bring. */
  isAwaitable: boolean
  /** The tests for which this session left it. */
  awaited: LaboratoryTestView[]
  /** What a test can be about. */
  criteria: { code: string; name: string }[]
  /** What was discussed has still to be written down. */
  owesDiscussion: boolean
  conflicts: (ConflictOfInterest & { memberId: CouncilMemberId; name: string })[]
  /** Ties that the platform proposes, judged or waiting for the secretary. */
  ties: TieInSession[]
  /** The sheets that were handed in and do not count, and why. */
  uncounted: UncountedInSession[]
  /** Who decides on this dossier, where a conflict leaves fewer than are there. */
  quorum: ReturnType<typeof quorumFor>
  /** Who wrote the advisory report, where they sit here and it is not proposed as a tie: a secretary, or a session of before. */
  adviserOnCouncil: string | null
}

export type SessionOverview = {
  session: Session
  role: SessionRole
  /** Opinions are taken in writing: nobody is present, and nothing is discussed. */
  inWriting: boolean
  /** Scoring has begun. */
  begun: boolean
  /** `handedIn`: a sheet of theirs is in, so that leaving them out asks for a reason. */
  seats: (SeatedMember & { scores: boolean; handedIn: boolean })[]
  attendance: Attendance
  dossiers: DossierProgress[]
  /** Of the dossiers that are scored. */
  counts: { submitted: number; expected: number; toDiscuss: number }
  /** While it is prepared: what is odd about its day, and the rule on the papers of the members. */
  warnings: SessionWarning[]
  papersLead: Rule<'council.papers-lead-working-days'>
  /** What stands in the way of closing; null when nothing does. */
  obstacle: ClosingRefusal | WrittenClosingRefusal | null
  may: May<typeof sessionActs>
}

/**
 * The session as its secretary and chair follow it: who is there, which sheets are in, where points deviate too far.
 * It carries no points: whether they deviate too far is one word, disclosed once a scoring, and no figure stands behind it.
 */
export async function sessionOverview(ctx: Ctx, sessionId: SessionId): Promise<SessionOverview> {
  const { session, seats, role } = await openSessionAs(ctx, sessionId, 'secretary', 'chair', 'office')
  const rules = councilRules(session.rules)
  const rows = await readSessionDossiers(ctx.db, ctx, sessionId)
  const reports = await selectReports(
    ctx.db,
    rows.map(({ dossier }) => dossier.dossierId),
  )
  const spreads = await selectNamedSpreads(ctx.db, sessionId)
  const tests = await selectTests(
    ctx.db,
    rows.map(({ dossier }) => dossier.dossierId),
  )
  const grants = grantsOf(ctx.actor, tiesOfSession(role))
  const nameOf = (memberId: CouncilMemberId) => seats.find((seat) => seat.memberId === memberId)?.name ?? memberId
  const inWriting = session.manner === 'written'
  const dossiers = rows.map(({ dossier, scoring, sheets, conflicts, ties }): DossierProgress => {
    const progress = inWriting ? writtenProgress(scoring, seats) : progressOf(scoring, seats, rules)
    const judging = takingPart(session.manner, seats, sheets)
    const adviser = reports.find((report) => report.dossierId === dossier.dossierId)?.adviserId
    return {
      ...dossier,
      state: scoringStateOf(scoring, progress),
      submitted: progress.submitted,
      expected: progress.scorers.length,
      missing: progress.missing.map((memberId) => ({ memberId, name: nameOf(memberId) })),
      sheets: sheets.map(({ memberId, status }) => ({ memberId, name: nameOf(memberId), status })),
      reopenable: sheets
        .filter(({ status }) => mayOf(sheetActs, status, grants).reopen === true)
        .map(({ memberId }) => ({ memberId, name: nameOf(memberId) })),
      disclosure: progress.disclosure,
      spread: spreads.get(dossier.dossierId) ?? [],
      needsDiscussion: progress.needsDiscussion,
      isDiscussable: progress.needsDiscussion && dossier.finding === null,
      isAwaitable: mayInSession(session, grants)['await-test'] === true && (dossier.finding === null || dossier.finding === 'postponed'),
      awaited: tests.filter((test) => test.dossierId === dossier.dossierId && test.askedIn === session.id),
      criteria: scoredCriteria(criteriaSet(dossier.criteriaDecision, dossier.setCode)).map(({ code, name }) => ({ code, name })),
      owesDiscussion: !inWriting && owesDiscussion(scoring, progress),
      conflicts: conflicts.map((conflict) => ({ ...withoutKey(conflict), memberId: conflict.memberId, name: nameOf(conflict.memberId) })),
      ties: ties.map((tie) => ({
        ...tie,
        basis: role === 'secretary' ? tie.basis : '',
        name: nameOf(tie.memberId),
        excludes: tie.decision === 'confirmed',
        waits: scoring.undecided.includes(tie.memberId) && tie.decision === null,
      })),
      uncounted: uncountedIn({ scoring, conflicts }, judging),
      quorum: quorumFor(scoring, judging, rules),
      adviserOnCouncil: ties.some(({ tie }) => tie === 'dossier-adviser')
        ? null
        : (seats.find((seat) => seat.userId === adviser)?.name ?? null),
    }
  })
  const scored = dossiers.filter((dossier) => dossier.finding === null)
  const closing = closingOf(session, seats, rows, dateInVietnam(ctx.now))
  const allSheets = rows.flatMap(({ sheets }) => sheets)
  return {
    session,
    role,
    inWriting,
    begun: session.status !== 'preparing',
    seats: seats.map((seat) => ({
      ...seat,
      scores: scores(seat.seat),
      handedIn: allSheets.some((sheet) => sheet.memberId === seat.memberId && isHandedIn(sheet)),
    })),
    attendance: attendance(takingPart(session.manner, seats, allSheets), rules),
    dossiers,
    counts: {
      submitted: scored.reduce((sum, dossier) => sum + dossier.submitted, 0),
      expected: scored.reduce((sum, dossier) => sum + dossier.expected, 0),
      toDiscuss: scored.filter((dossier) => dossier.needsDiscussion).length,
    },
    ...(await warned(ctx, session)),
    obstacle: closing.ok ? null : closing.refusal,
    may: mayInSession(session, grants),
  }
}

/** What is done at a meeting alone is not done in writing. */
export function mayInSession({ status, manner }: Session, grants: Parameters<typeof mayOf>[2]): SessionOverview['may'] {
  const may = mayOf(sessionActs, status, grants)
  if (manner === 'meeting') return may
  return { ...may, ...Object.fromEntries(meetingOnly.map((act) => [act, { code: 'not-in-writing' }])) }
}

async function warned(ctx: Pick<Ctx, 'db'>, session: Session): Promise<Pick<SessionOverview, 'warnings' | 'papersLead'>> {
  const papersLead = await ruleOn(ctx.db, 'council.papers-lead-working-days', session.heldOn)
  const calledOn = dateInVietnam(session.calledAt)
  const facts = {
    restDay: !isWorkingDay(session.heldOn, holidays()),
    calledOn,
    earliest: addWorkingDays(calledOn, papersLead.value, holidays()),
  }
  return { warnings: session.status === 'preparing' && session.manner === 'meeting' ? sessionWarnings(session, facts) : [], papersLead }
}
