import { accept, refuse, refuseStatus } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import { scoringStatuses, sheetActs } from '../acts.ts'
import type { SessionStatus, SheetStatus } from '../acts.ts'
import type { Finding } from './closing.ts'
import type { Opinion } from './session.ts'

/** What a sheet says of one criterion: an official option, or that none counts (note "chỉ chấm khi", "dừng xét tiếp", no option met). */
export type SheetLine = { criterion: string; optionIndex: number | null; points: number; comment: string }

/** What a member asks to write: an option by its place in the official list, `none`, or `blank` to take the mark back. */
export type LineChange = { criterion: string; choice: number | 'none' | 'blank'; comment: string }

/** A criterion as a sheet needs it: its code and the points of its options, in the official order. */
export type Scorable = { code: string; options: readonly { points: number }[] }

export type Sheet = { status: SheetStatus; version: number; lines: readonly SheetLine[]; submittedAt?: Date | null }

/** `because`: why the secretary confirmed the tie that the platform proposed, which is the `reason`. */
export type ConflictOfInterest =
  | { origin: 'computed'; reason: string }
  | { origin: 'declared'; reason: string }
  | { origin: 'confirmed'; reason: string; because: string }

export type SheetFacts = {
  session: SessionStatus
  /** The version that the member's page was drawn from; 0 before the first save. */
  version: number
  conflict: ConflictOfInterest | null
  finding: Finding | null
  criteria: readonly Scorable[]
}

export type NotScoring = { code: 'session-closed' | 'session-not-scoring'; status: SessionStatus }

export type ConflictRefusal = { code: 'conflict' } & ConflictOfInterest

export type SheetRefusal =
  | NotScoring
  | ConflictRefusal
  | { code: 'off-the-table'; finding: Finding }
  /** `submittedAt`: when the member handed it in, perhaps on another device. */
  | { code: 'sheet-locked'; status: SheetStatus; submittedAt?: Date }
  | { code: 'version-conflict'; version: number }

export type SaveRefusal = SheetRefusal | { code: 'unknown-option'; criterion: string }

export type SubmitRefusal =
  | SheetRefusal
  | { code: 'criteria-missing'; criteria: string[] }
  | { code: 'comment-missing'; criteria: string[] }
  /** In writing: whether the dossier can be concluded so, and why the council should meet over it. */
  | { code: 'opinion-missing' }
  | { code: 'opinion-reason-missing' }
  | { code: 'change-reason-missing'; criteria: string[] }
  | { code: 'reason-missing'; criteria: string[] }

export type ReopenRefusal =
  | NotScoring
  | { code: 'sheet-not-submitted'; status: SheetStatus }
  | { code: 'reason-missing'; criteria: string[] }

/** What a member answers beside the marks, where the council is asked in writing. */
type Answer = { opinion: Opinion | null; opinionReason: string }

/** A sheet that nobody has touched yet. */
export const blankSheet: Sheet = { status: 'draft', version: 0, lines: [] }

/** Writes some lines and leaves the others as they are: the points come from the official option, never from the page. */
export function decideSave(sheet: Sheet, changes: readonly LineChange[], facts: SheetFacts): Decision<{ lines: SheetLine[] }, SaveRefusal> {
  const locked = refuseWriting(sheetActs.save, sheet, facts)
  if (locked) return locked
  return writeLines(sheet.lines, changes, facts.criteria)
}

/** The lines with what was asked for written into them, in the official order. */
export function writeLines(
  before: readonly SheetLine[],
  changes: readonly LineChange[],
  criteria: readonly Scorable[],
): Decision<{ lines: SheetLine[] }, { code: 'unknown-option'; criterion: string }> {
  const lines = new Map(before.map((line) => [line.criterion, line]))
  for (const { criterion, choice, comment } of changes) {
    const options = criteria.find((known) => known.code === criterion)?.options
    const points = choice === 'none' || choice === 'blank' ? 0 : options?.[choice]?.points
    if (options === undefined || points === undefined) return refuse('unknown-option', { criterion })
    if (choice === 'blank') lines.delete(criterion)
    else lines.set(criterion, { criterion, optionIndex: choice === 'none' ? null : choice, points, comment })
  }
  return accept({ lines: criteria.flatMap(({ code }) => lines.get(code) ?? []) })
}

/** Why single marks were changed, by criterion. */
export type LineReasons = Readonly<Partial<Record<string, string>>>

/**
 * Locks a sheet: every criterion is marked, "không chấm" says why, and a sheet that was opened again says of each mark why it moved, or once why
 * none did. `before` are the lines of the last submission of a reopened sheet.
 */
export function decideSubmission(
  sheet: Sheet,
  facts: SheetFacts & { before: readonly SheetLine[] | null; reason: string; reasons: LineReasons; answer?: Answer | null },
): Decision<{ changed: string[] }, SubmitRefusal> {
  const locked = refuseWriting(sheetActs.submit, sheet, facts)
  if (locked) return locked
  const missing = missingCriteria(sheet.lines, facts.criteria)
  if (missing.length > 0) return refuse('criteria-missing', { criteria: missing })
  const unexplained = unexplainedCriteria(sheet.lines)
  if (unexplained.length > 0) return refuse('comment-missing', { criteria: unexplained })
  if (facts.answer?.opinion === null) return refuse('opinion-missing')
  if (facts.answer?.opinion === 'meet' && facts.answer.opinionReason.trim() === '') return refuse('opinion-reason-missing')
  if (facts.before === null) return accept({ changed: [] })
  const changed = changedCriteria(facts.before, sheet.lines)
  const silent = changed.filter((criterion) => !facts.reasons[criterion]?.trim())
  if (silent.length > 0) return refuse('change-reason-missing', { criteria: silent })
  if (changed.length === 0 && facts.reason.trim() === '') return refuse('reason-missing', { criteria: [] })
  return accept({ changed })
}

/** Opens a submitted sheet again; who asks for it never sees or sets a point. */
export function decideReopening(status: SheetStatus, session: SessionStatus, reason: string): Decision<{ reason: string }, ReopenRefusal> {
  const closed = refuseSession(session) ?? refuseStatus(sheetActs.reopen, status)
  if (closed) return closed
  if (reason.trim() === '') return refuse('reason-missing', { criteria: [] })
  return accept({ reason: reason.trim() })
}

/** The criteria that a sheet has no mark for yet, in the official order. */
export function missingCriteria(lines: readonly SheetLine[], criteria: readonly Scorable[]): string[] {
  return criteria.filter(({ code }) => !lines.some((line) => line.criterion === code)).map(({ code }) => code)
}

/** The criteria that nothing was given to and nobody said why. */
export function unexplainedCriteria(lines: readonly SheetLine[]): string[] {
  return lines.filter((line) => line.optionIndex === null && line.comment.trim() === '').map((line) => line.criterion)
}

/** The criteria whose mark differs between two states of a sheet; comments may change freely. */
export function changedCriteria(before: readonly SheetLine[], after: readonly SheetLine[]): string[] {
  const mark = (lines: readonly SheetLine[], criterion: string) => {
    const line = lines.find((candidate) => candidate.criterion === criterion)
    return line ? (line.optionIndex ?? 'none') : 'blank'
  }
  const criteria = [...new Set([...before, ...after].map((line) => line.criterion))]
  return criteria.filter((criterion) => mark(before, criterion) !== mark(after, criterion))
}

/** The points of a sheet, ready for the scorecard: criterion → points. */
export function choicesOn(lines: readonly SheetLine[]): Record<string, number> {
  return Object.fromEntries(lines.map((line) => [line.criterion, line.points]))
}

export const totalOf = (lines: readonly SheetLine[]): number => lines.reduce((sum, line) => sum + line.points, 0)

/** Sheets are written while the session is scored or discussed. */
export function refuseSession(status: SessionStatus): { ok: false; refusal: NotScoring } | null {
  if (scoringStatuses.some((one) => one === status)) return null
  return refuse(status === 'closed' ? 'session-closed' : 'session-not-scoring', { status })
}

/** Why a member cannot write on their own sheet now, whatever they want to write; null where they can. */
export function refuseWriting(
  act: typeof sheetActs.save | typeof sheetActs.submit,
  sheet: Pick<Sheet, 'status' | 'version' | 'submittedAt'>,
  facts: Omit<SheetFacts, 'criteria'>,
): { ok: false; refusal: SheetRefusal } | null {
  const closed = refuseSession(facts.session)
  if (closed) return closed
  if (facts.conflict) return refuse('conflict', { ...facts.conflict })
  if (facts.finding) return refuse('off-the-table', { finding: facts.finding })
  const locked = refuseStatus(act, sheet.status)
  if (locked) return sheet.submittedAt ? refuse('sheet-locked', { status: sheet.status, submittedAt: sheet.submittedAt }) : locked
  if (facts.version !== sheet.version) return refuse('version-conflict', { version: sheet.version })
  return null
}

/** What a member has to do with one dossier; `blank` before the first mark. */
export type MemberSheetState = Finding | 'conflict' | 'blank' | SheetStatus

export function memberSheetStateOf(row: { finding: Finding | null; hasConflict: boolean; status: SheetStatus | null }): MemberSheetState {
  if (row.finding) return row.finding
  return row.hasConflict ? 'conflict' : (row.status ?? 'blank')
}
