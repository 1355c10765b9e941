import { accept, refuse, refuseStatus } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import { sessionActs, sheetActs } from '../acts.ts'
import type { SessionStatus, SheetStatus } from '../acts.ts'
import type { CouncilMemberId } from './ids.ts'
import { scores } from './session.ts'
import type { Seat } from './session.ts'
import { disclosureFor, deviationToDisclose } from './deviation.ts'
import type { DeviationDisclosure, DisclosedDeviation } from './deviation.ts'
import type { DossierId } from '../../dossiers/rules.ts'

export type CouncilSeat = {
  memberId: CouncilMemberId
  name: string
  seat: Seat
  present: boolean
  /** Why somebody is not counted as present whose sheet may be in; null where nobody wrote a reason. */
  absenceReason: string | null
}

/**
 * `eliminated`: a note "loại" of the criteria applies, nothing is scored. `postponed`: left for another session, nothing is decided. `withdrawn`: its
 * producer took it back while the session ran; no finding of the council.
 */
export type Finding = 'eliminated' | 'postponed' | 'withdrawn'

/** What is decided at a session: all but what was left for another one or taken back. */
export const isDecidedAt = ({ finding }: { finding: Finding | null }): boolean => finding === null || finding === 'eliminated'

/** What the session knows about one dossier. Totals stay inside the decision: nobody is shown them before the close. */
export type DossierScoring = {
  dossierId: DossierId
  code: string
  /** Members with a conflict of interest: computed, declared, or proposed and confirmed. */
  excluded: readonly CouncilMemberId[]
  /** Members with a proposed tie that the secretary has neither confirmed nor dismissed. */
  undecided: readonly CouncilMemberId[]
  finding: Finding | null
  discussion: string
  sheets: readonly { memberId: CouncilMemberId; status: SheetStatus; total: number }[]
  /** Null until it is disclosed whether the points deviate beyond the limit. */
  disclosed: DisclosedDeviation | null
}

/** The numbers and yes-or-no of the council's own regulation that a closing is judged by. */
export type CouncilRules = { quorumPercent: number; quorumNeedsChair: boolean; deviationPoints: number }

export type Attendance = { seats: number; present: number; required: number; chairPresent: boolean; reached: boolean }

/** Whether the council may decide: enough of its scoring members are there, the chair among them where the regulation says so. */
export function attendance(council: readonly CouncilSeat[], { quorumPercent, quorumNeedsChair }: CouncilRules): Attendance {
  const scoring = council.filter((member) => scores(member.seat))
  const present = scoring.filter((member) => member.present).length
  const required = Math.ceil((scoring.length * quorumPercent) / 100)
  const chairPresent = scoring.some((member) => member.seat === 'chair' && member.present)
  return { seats: scoring.length, present, required, chairPresent, reached: present >= required && (chairPresent || !quorumNeedsChair) }
}

/**
 * Whether enough members decide on one dossier. Whoever has a conflict does not count as present for it, and the number required stays that of
 * the whole council: otherwise each conflict would make it easier for the rest to decide. The chair presides over the session, scoring or not.
 */
export function quorumFor(
  dossier: Pick<DossierScoring, 'excluded'>,
  council: readonly CouncilSeat[],
  rules: CouncilRules,
): Pick<Attendance, 'seats' | 'present' | 'required' | 'reached'> {
  const deciding = council.map((member) => ({ ...member, present: member.present && !dossier.excluded.includes(member.memberId) }))
  const { seats, present, required } = attendance(deciding, rules)
  return { seats, present, required, reached: present >= required }
}

/** A sheet that was handed in, also where a discussion gave it back since. */
export const isHandedIn = ({ status }: { status: SheetStatus }): boolean => status !== sheetActs.save.from[0]

/** A sheet that was handed in and is not in the result; `conflict` before `absent`, where both hold. */
export type UncountedSheet = { memberId: CouncilMemberId; why: 'conflict' | 'absent' }

/** The sheets of a dossier that were handed in and do not count; none where nothing is scored: the finding has its own reason. */
export function uncountedSheets(
  dossier: Pick<DossierScoring, 'excluded' | 'finding'> & { sheets: readonly { memberId: CouncilMemberId; status: SheetStatus }[] },
  council: readonly Pick<CouncilSeat, 'memberId' | 'present'>[],
): UncountedSheet[] {
  if (dossier.finding !== null) return []
  return dossier.sheets.filter(isHandedIn).flatMap(({ memberId }): UncountedSheet[] => {
    if (dossier.excluded.includes(memberId)) return [{ memberId, why: 'conflict' }]
    return council.some((member) => member.memberId === memberId && member.present) ? [] : [{ memberId, why: 'absent' }]
  })
}

export type Progress = {
  /** Members whose sheet counts: present, scoring, without a conflict. */
  scorers: CouncilMemberId[]
  submitted: number
  missing: CouncilMemberId[]
  /** Null while a sheet or the quorum is missing. */
  disclosure: DeviationDisclosure | null
  /** Withheld is discussed as well: nobody knows that it need not be. */
  needsDiscussion: boolean
}

/** How far the council is with one dossier. */
export function progressOf(dossier: DossierScoring, council: readonly CouncilSeat[], rules: CouncilRules): Progress {
  const scorers = council
    .filter((member) => scores(member.seat) && member.present && !dossier.excluded.includes(member.memberId))
    .map((member) => member.memberId)
  const submitted = dossier.sheets.filter((sheet) => sheet.status === 'submitted' && scorers.includes(sheet.memberId))
  const missing = scorers.filter((memberId) => !submitted.some((sheet) => sheet.memberId === memberId))
  const quorate = attendance(council, rules).reached && quorumFor(dossier, council, rules).reached
  const isComplete = scorers.length > 0 && missing.length === 0 && quorate
  const disclosure = isComplete ? disclosureFor(scorers, dossier.disclosed) : null
  return {
    scorers,
    submitted: submitted.length,
    missing,
    disclosure,
    needsDiscussion: disclosure === 'exceeds' || disclosure === 'withheld',
  }
}

/** What is to be disclosed of a dossier now, where the last expected sheet and the quorum are in and nothing was disclosed before. */
export function decideDisclosure(dossier: DossierScoring, council: readonly CouncilSeat[], rules: CouncilRules): DisclosedDeviation | null {
  return progressOf(dossier, council, rules).disclosure === null ? null : deviationToDisclose(dossier, rules.deviationPoints)
}

export type QuorumRefusal = { code: 'chair-absent' } | { code: 'quorum-missing'; present: number; required: number; seats: number }

export type DossierQuorumRefusal = {
  code: 'dossier-quorum-missing'
  dossiers: { dossier: string; present: number; required: number; seats: number }[]
}

/** The dossiers that too few members without a conflict are there for. */
function withoutDossierQuorum(dossiers: readonly DossierScoring[], council: readonly CouncilSeat[], rules: CouncilRules) {
  const short = dossiers.flatMap((dossier) => {
    const { present, required, seats, reached } = quorumFor(dossier, council, rules)
    return reached ? [] : [{ dossier: dossier.code, present, required, seats }]
  })
  return short.length > 0 ? refuse('dossier-quorum-missing', { dossiers: short }) : null
}

function withoutQuorum(council: readonly CouncilSeat[], rules: CouncilRules) {
  const { seats, present, required, chairPresent, reached } = attendance(council, rules)
  if (rules.quorumNeedsChair && !chairPresent) return refuse('chair-absent')
  return reached ? null : refuse('quorum-missing', { present, required, seats })
}

export type Closing = {
  /** Whose sheets make the result of each dossier. */
  results: { dossierId: DossierId; scorers: CouncilMemberId[]; eliminated: boolean }[]
}

export type ClosingRefusal =
  | { code: 'wrong-session-status'; status: SessionStatus }
  | QuorumRefusal
  | { code: 'no-scorer'; dossiers: string[] }
  | DossierQuorumRefusal
  | { code: 'ties-undecided'; ties: { dossier: string; members: string[] }[] }
  | { code: 'absence-unexplained'; members: string[] }
  | { code: 'sheets-missing'; missing: { dossier: string; members: string[] }[] }
  | { code: 'discussion-missing'; dossiers: { dossier: string; disclosure: 'exceeds' | 'withheld' }[]; limit: number }

/** The secretary has said of everybody proposed whether they are tied to these dossiers. */
export function refuseUndecidedTies(dossiers: readonly DossierScoring[], council: readonly CouncilSeat[]) {
  const ties = dossiers.flatMap(({ code, undecided }) =>
    undecided.length > 0 ? [{ dossier: code, members: namesOf(undecided, council) }] : [],
  )
  return ties.length > 0 ? refuse('ties-undecided', { ties }) : null
}

/** The chair closes: all or nothing, and only where nothing is left open. */
export function decideClosing(
  status: SessionStatus,
  facts: { council: readonly CouncilSeat[]; dossiers: readonly DossierScoring[]; rules: CouncilRules },
): Decision<Closing, ClosingRefusal> {
  const closed = refuseStatus(sessionActs.close, status)
  if (closed) return closed
  const inquorate = withoutQuorum(facts.council, facts.rules)
  if (inquorate) return inquorate

  const table = facts.dossiers.filter(isDecidedAt).map((dossier) => ({ dossier, ...progressOf(dossier, facts.council, facts.rules) }))
  const toScore = table.filter(({ dossier }) => dossier.finding === null)
  const without = table.filter(({ scorers }) => scorers.length === 0)
  if (without.length > 0) return refuse('no-scorer', { dossiers: without.map(({ dossier }) => dossier.code) })
  const short = withoutDossierQuorum(
    table.map(({ dossier }) => dossier),
    facts.council,
    facts.rules,
  )
  if (short) return short
  const undecided = refuseUndecidedTies(
    toScore.map(({ dossier }) => dossier),
    facts.council,
  )
  if (undecided) return undecided
  const uncounted = toScore.flatMap(({ dossier }) => uncountedSheets(dossier, facts.council))
  const unexplained = facts.council.filter(
    ({ memberId, absenceReason }) => !absenceReason && uncounted.some((sheet) => sheet.memberId === memberId && sheet.why === 'absent'),
  )
  if (unexplained.length > 0) return refuse('absence-unexplained', { members: unexplained.map(({ name }) => name) })
  const incomplete = toScore.filter(({ missing }) => missing.length > 0)
  if (incomplete.length > 0) {
    return refuse('sheets-missing', {
      missing: incomplete.map(({ dossier, missing }) => ({ dossier: dossier.code, members: namesOf(missing, facts.council) })),
    })
  }
  const undiscussed = toScore.filter(({ dossier, needsDiscussion }) => needsDiscussion && dossier.discussion.trim() === '')
  if (undiscussed.length > 0) {
    return refuse('discussion-missing', {
      dossiers: undiscussed.map(({ dossier, disclosure }) => ({
        dossier: dossier.code,
        disclosure: disclosure === 'exceeds' ? ('exceeds' as const) : ('withheld' as const),
      })),
      limit: facts.rules.deviationPoints,
    })
  }
  return accept({
    results: table.map(({ dossier, scorers }) => ({ dossierId: dossier.dossierId, scorers, eliminated: dossier.finding === 'eliminated' })),
  })
}

export type DiscussionRefusal =
  | { code: 'wrong-session-status'; status: SessionStatus }
  | QuorumRefusal
  | DossierQuorumRefusal
  | { code: 'sheets-missing'; missing: { dossier: string; members: string[] }[] }
  | { code: 'deviation-within-limit'; limit: number }

export type DiscussionOpened = { reopened: CouncilMemberId[]; exceeds: boolean }

/** Opens a discussion: every sheet of the dossier goes back to its member, so that it stays unknown whose points deviated. */
export function decideDiscussion(
  status: SessionStatus,
  dossier: DossierScoring,
  facts: { council: readonly CouncilSeat[]; rules: CouncilRules },
): Decision<DiscussionOpened, DiscussionRefusal> {
  const closed = refuseStatus(sessionActs['open-discussion'], status)
  if (closed) return closed
  const inquorate = withoutQuorum(facts.council, facts.rules) ?? withoutDossierQuorum([dossier], facts.council, facts.rules)
  if (inquorate) return inquorate
  const progress = progressOf(dossier, facts.council, facts.rules)
  if (progress.missing.length > 0) {
    return refuse('sheets-missing', { missing: [{ dossier: dossier.code, members: namesOf(progress.missing, facts.council) }] })
  }
  if (!progress.needsDiscussion) return refuse('deviation-within-limit', { limit: facts.rules.deviationPoints })
  return accept({ reopened: progress.scorers, exceeds: progress.disclosure === 'exceeds' })
}

const namesOf = (memberIds: readonly CouncilMemberId[], council: readonly CouncilSeat[]) =>
  memberIds.map((memberId) => council.find((member) => member.memberId === memberId)?.name ?? memberId)

/** The one thing that stands out of a dossier while its session runs. */
export type ScoringState = Finding | 'exceeds' | 'discussion-due' | 'complete' | 'nobody-present' | 'collecting'

export function scoringStateOf(dossier: Pick<DossierScoring, 'finding' | 'discussion'>, progress: Progress): ScoringState {
  if (dossier.finding) return dossier.finding
  if (progress.needsDiscussion && !dossier.discussion) return progress.disclosure === 'exceeds' ? 'exceeds' : 'discussion-due'
  if (progress.scorers.length === 0) return 'nobody-present'
  return progress.missing.length === 0 ? 'complete' : 'collecting'
}

export type AttendanceRefusal =
  | { code: 'session-closed'; status: SessionStatus }
  | { code: 'attendance-early'; heldOn: string }
  | { code: 'absence-reason-missing'; members: string[] }

export type NotedAttendance = {
  present: CouncilMemberId[]
  /** Why somebody is not counted as present, by member. */
  reasons: Map<CouncilMemberId, string>
  /** Members whose sheet is in and who are not counted any more. */
  takenBack: CouncilMemberId[]
}

/**
 * The secretary writes down who is there, on the day and not before: nobody is present at what has not taken place. Whoever handed a sheet in is left out only for a reason, written now or before: the member, the chair
 * and the minutes say it. Nobody needs a reason to be absent who handed nothing in.
 */
export function decideAttendance(
  status: SessionStatus,
  asked: { present: readonly CouncilMemberId[]; reasons: Readonly<Partial<Record<CouncilMemberId, string>>> },
  facts: { council: readonly CouncilSeat[]; handedIn: readonly CouncilMemberId[]; heldOn: string; today: string },
): Decision<NotedAttendance, AttendanceRefusal> {
  const closed = refuseStatus(sessionActs['record-attendance'], status)
  if (closed) return closed
  if (facts.today < facts.heldOn) return refuse('attendance-early', { heldOn: facts.heldOn })
  const absent = facts.council.filter(({ memberId }) => !asked.present.includes(memberId))
  const reasons = new Map(
    absent.flatMap(({ memberId, absenceReason }): [CouncilMemberId, string][] => {
      const reason = (Object.hasOwn(asked.reasons, memberId) && asked.reasons[memberId]?.trim()) || absenceReason
      return reason ? [[memberId, reason]] : []
    }),
  )
  const withSheet = absent.filter(({ memberId }) => facts.handedIn.includes(memberId))
  const unexplained = withSheet.filter(({ memberId }) => !reasons.has(memberId))
  if (unexplained.length > 0) return refuse('absence-reason-missing', { members: unexplained.map(({ name }) => name) })
  return accept({
    present: facts.council.filter(({ memberId }) => asked.present.includes(memberId)).map(({ memberId }) => memberId),
    reasons,
    takenBack: withSheet.map(({ memberId }) => memberId),
  })
}

/** Words are owed from the moment that a discussion is due until they are written, also while the sheets are scored again. */
export function owesDiscussion(
  { discussion, sheets }: Pick<DossierScoring, 'discussion' | 'sheets'>,
  { needsDiscussion }: Progress,
): boolean {
  return !discussion && (needsDiscussion || sheets.some(({ status }) => status === 'reopened'))
}
