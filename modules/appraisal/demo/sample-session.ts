import { must } from '../../demo.ts'
import type { Ctx } from '../../context.ts'
import { picksFor } from '../../dossiers/demo.ts'
import type { DossierId, RoundId } from '../../dossiers/rules.ts'
import { criteriaSet } from '../../law/index.ts'
import { establishCouncil } from '../councils/establish-council.ts'
import { assignAdvisory, submitAdvisoryReport } from '../intake/advisory-report.ts'
import { intakeChecklist } from '../intake/intake-checklist.ts'
import { receiveIntoRound } from '../intake/receive-dossier.ts'
import { openRound } from '../rounds/open-round.ts'
import type { LineChange, Manner, Seat } from '../rules.ts'
import { closeSession } from '../sessions/close-session.ts'
import { openSession } from '../sessions/open-session.ts'
import { recordAttendance, startScoring } from '../sessions/run-session.ts'
import { sessionOverview } from '../sessions/session-overview.ts'
import { memberSheets } from '../sheets/member-sheets.ts'
import { saveSheet, submitSheet } from '../sheets/score-sheet.ts'
import { sheetFor } from '../sheets/sheet-for.ts'
import type { CouncilId, SessionId } from '../rules/ids.ts'
import type { UserId } from '../../identity/rules.ts'

/** Whose hands a dossier goes through at the province; the chair scores with the members. */
export type CouncilPeople = { provincialOfficer: Ctx; adviser: Ctx; secretary: Ctx; chair: Ctx; members: readonly Ctx[] }

export async function openSampleRound(ctx: Ctx, round: { year: number; number: number }): Promise<RoundId> {
  return must(await openRound(ctx, round)).roundId
}

export type SampleCouncil = { name?: string; decisionNumber: string; decisionDate: string }

/** The council of all these people, as a decision of the province would name it. */
export async function establishSampleCouncil(
  people: CouncilPeople,
  { name = 'Hội đồng đánh giá, phân hạng sản phẩm OCOP cấp tỉnh', decisionNumber, decisionDate }: SampleCouncil,
): Promise<CouncilId> {
  const seat = (ctx: Ctx, seat: Seat) => ({ userId: userIdOf(ctx), agency: '', seat })
  const members = [seat(people.chair, 'chair'), ...people.members.map((ctx) => seat(ctx, 'member')), seat(people.secretary, 'secretary')]
  const decision = { decisionNumber, decisionDate }
  return must(await establishCouncil(people.provincialOfficer, { name, ...decision, members })).councilId
}

/** Checked, taken into the round and given to the advisory group. */
export async function receiveSample(people: CouncilPeople, dossierId: DossierId, roundId: RoundId): Promise<void> {
  const checks = intakeChecklist.items.map(({ key }) => ({ key, present: true, remark: '' }))
  must(await receiveIntoRound(people.provincialOfficer, { dossierId, roundId, checks, note: '', message: '' }))
  must(await assignAdvisory(people.provincialOfficer, { dossierId, userId: userIdOf(people.adviser) }))
}

export async function reportOnSample({ adviser }: CouncilPeople, dossierId: DossierId, stars: number, fieldVisitOn: string): Promise<void> {
  const text = {
    findings: 'Cơ sở sản xuất đúng như hồ sơ; nhật ký và hóa đơn khớp nhau.',
    extraTests: '',
    weaknesses: 'Vùng nguyên liệu chưa có chứng nhận.',
  }
  must(await submitAdvisoryReport(adviser, { dossierId, ...text, fieldVisitOn, recommendedStars: stars }))
}

export type SampleSession = { roundId: RoundId; councilId: CouncilId; dossierIds: readonly DossierId[]; heldOn: string; manner?: Manner }

/** A session that is being prepared. */
export async function openSampleSession({ provincialOfficer }: CouncilPeople, { dossierIds, ...given }: SampleSession): Promise<SessionId> {
  const place = 'Hội trường Sở Nông nghiệp và Môi trường'
  return must(await openSession(provincialOfficer, { ...given, place, dossierIds: [...dossierIds] })).sessionId
}

/** What somebody writes on a sheet; `member` counts from 0, the chair first. Without it, marks that hold four stars. */
export type SampleMarks = (dossierId: DossierId, member: number) => LineChange[] | undefined

/** Brings a session that was opened further, so that its meeting can have a day of its own. */
export async function bringSession(
  people: CouncilPeople,
  sessionId: SessionId,
  given: { status: 'scoring' | 'closed'; marks?: SampleMarks; closedAt?: Date },
): Promise<void> {
  must(await startScoring(people.secretary, { sessionId }))
  if (given.status === 'scoring') return
  const { seats, inWriting } = await sessionOverview(people.secretary, sessionId)
  if (!inWriting) must(await recordAttendance(people.secretary, { sessionId, present: seats.map((seat) => seat.memberId) }))
  for (const [member, ctx] of [people.chair, ...people.members].entries()) {
    for (const { dossierId, conflict } of (await memberSheets(ctx, sessionId)).dossiers) {
      if (!conflict) await fillSheet(ctx, sessionId, dossierId, given.marks?.(dossierId, member))
    }
  }
  must(await closeSession({ ...people.chair, now: given.closedAt ?? people.chair.now }, { sessionId }))
}

/** Fills a member's sheet and hands it in; in writing the member agrees to a conclusion. */
export async function fillSheet(ctx: Ctx, sessionId: SessionId, dossierId: DossierId, marks?: readonly LineChange[]): Promise<void> {
  const { sheet, about, asksOpinion, reopened } = must(await sheetFor(ctx, { sessionId, dossierId }))
  const answer = asksOpinion ? ({ opinion: 'conclude' } as const) : {}
  const lines = [...(marks ?? marksFor(criteriaSet(about.criteriaDecision, about.setCode), 4))]
  const { version } = must(await saveSheet(ctx, { sessionId, dossierId, version: sheet.version, lines, ...answer }))
  must(await submitSheet(ctx, { sessionId, dossierId, version, reason: reopened ? 'Đã xem lại phiếu' : '' }))
}

/** A complete sheet that holds exactly so many stars; what the self-scoring leaves out is "không chấm" with its reason. */
export function marksFor(set: ReturnType<typeof criteriaSet>, stars: 3 | 4 | 5): LineChange[] {
  const picks = new Map(picksFor(set, stars).map((pick) => [pick.criterion, pick.optionIndex]))
  const criteria = set.parts
    .flatMap((part) => part.sections.flatMap((section) => section.criteria))
    .filter(({ options }) => options.length > 0)
  return criteria.map(({ code }): LineChange => {
    const optionIndex = picks.get(code) ?? null
    return optionIndex === null
      ? { criterion: code, choice: 'none', comment: 'Không thuộc trường hợp chấm' }
      : { criterion: code, choice: optionIndex, comment: '' }
  })
}

function userIdOf({ actor }: Ctx): UserId {
  if (actor.kind !== 'person') throw new Error('only a person sits on a council')
  return actor.userId
}
