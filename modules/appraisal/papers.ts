import { NotFound } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import type { Ctx } from '../context.ts'
import type { DossierId } from '../dossiers/rules.ts'
import { hasAddress, listPapers, producePaper } from '../papers/index.ts'
import type { PaperFile, PaperLink, Papers } from '../papers/index.ts'
import type { DrawingRefusal } from '../papers/rules.ts'
import { dateInVietnam } from '@dacsan/vietnam'
import { findAppeal } from './appeals/find-appeal.ts'
import { findAppraisal } from './intake/find-appraisal.ts'
import { advisoryReportPaper, preScorePaper } from './papers/advisory-report-paper.ts'
import type { Reported } from './papers/advisory-report-paper.ts'
import { appealAnswerPaper } from './papers/appeal-answer.ts'
import type { AnsweredAppeal } from './papers/appeal-answer.ts'
import { invitation } from './papers/invitation.ts'
import type { CalledSession } from './papers/invitation.ts'
import { minutes } from './papers/minutes.ts'
import { opinionRequest } from './papers/opinion-request.ts'
import { countedSheet, ownSheet } from './papers/score-sheet.ts'
import type { OwnSheet } from './papers/score-sheet.ts'
import { tiesOfReport, tiesOfSession } from './policy.ts'
import type { SessionRole } from './policy.ts'
import type { AppealId, SessionId } from './rules/ids.ts'
import { openSessionAs } from './sessions/open-session-as.ts'
import { sessionForMinutes } from './sessions/session-for-minutes.ts'
import type { SessionForMinutes } from './sessions/session-for-minutes.ts'
import { selectSessionDossiers } from './sessions/session.store.ts'
import { sheetFor } from './sheets/sheet-for.ts'

/** The official papers of a session that is closed. */
export const sessionPapers = { minutes, 'score-sheets': countedSheet } as const satisfies Papers<SessionForMinutes>
/** Those of a session from its call on. */
export const callPapers = { invitation, 'opinion-request': opinionRequest } as const satisfies Papers<CalledSession>
/** A member's own. */
export const memberPapers = { 'score-sheet': ownSheet } as const satisfies Papers<OwnSheet>
/** Those of a dossier before it comes to the council. */
export const appraisalPapers = { 'advisory-report': advisoryReportPaper, 'pre-score': preScorePaper } as const satisfies Papers<Reported>

/** A paper of a session by the last part of its address: `giay-moi.pdf`, `phieu-cham-dos_….pdf`, and once it is closed `bien-ban.pdf`. */
export async function sessionPaper(
  ctx: Ctx,
  { sessionId, file }: { sessionId: SessionId; file: string },
): Promise<Outcome<PaperFile, DrawingRefusal>> {
  if (hasAddress(callPapers, file)) return producePaper(ctx, callPapers, { file }, await calledSession(ctx, sessionId))
  if (hasAddress(memberPapers, file)) return producePaper(ctx, memberPapers, { file }, await sheetOf(ctx, sessionId, file))
  const read = await sessionForMinutes(ctx, sessionId)
  const { role } = await openSessionAs(ctx, sessionId, ...readersOfMinutes)
  return producePaper(ctx, sessionPapers, { file }, read, tiesOfSession(role))
}

const readersOfMinutes = ['secretary', 'chair', 'office', 'leader'] as const satisfies readonly SessionRole[]
const called = ['member', 'chair', 'secretary', 'office'] as const satisfies readonly SessionRole[]

async function calledSession(ctx: Ctx, sessionId: SessionId): Promise<CalledSession> {
  const { session, seats } = await openSessionAs(ctx, sessionId, ...called)
  return { session, seats, dossiers: await selectSessionDossiers(ctx.db, sessionId) }
}

/** The actor's own sheet of the dossier that the address names; what they may not score they have no sheet of. */
async function sheetOf(ctx: Ctx, sessionId: SessionId, file: string): Promise<OwnSheet> {
  const { session, seats, memberId } = await openSessionAs(ctx, sessionId, 'member', 'chair')
  const [, dossierId = ''] = /-(dos_[a-z0-9]+)\./.exec(file) ?? []
  const sheet = await sheetFor(ctx, { sessionId, dossierId: dossierId as DossierId })
  const member = seats.find((seat) => seat.memberId === memberId)
  if (!sheet.ok || !member) throw new NotFound('No such sheet', { file })
  return { view: sheet.value, councilName: session.councilName, member }
}

/** What the page of a session offers beside the minutes: the invitation, and after the close the sheets to the secretary, by dossier and member. */
export async function papersOfSession(
  ctx: Ctx,
  sessionId: SessionId,
): Promise<{ invitation: PaperLink | null; sheets: { product: string; papers: { member: string; paper: PaperLink }[] }[] }> {
  const { session, role, seats } = await openSessionAs(ctx, sessionId, ...called, 'leader')
  const isCalled = called.some((one) => one === role)
  const [own] = isCalled ? listPapers(ctx.actor, callPapers, await calledSession(ctx, sessionId)) : []
  if (session.status !== 'closed' || role !== 'secretary') return { invitation: own ?? null, sheets: [] }
  const read = await sessionForMinutes(ctx, sessionId)
  const papers = listPapers(ctx.actor, { 'score-sheets': countedSheet }, read, tiesOfSession(role))
  const sheets = read.dossiers.map(({ productName, dossierId }) => ({
    product: productName,
    papers: seats.flatMap(({ memberId, name }) => {
      const paper = papers.find(({ item }) => item === `${dossierId}-${memberId}`)
      return paper ? [{ member: name, paper }] : []
    }),
  }))
  return { invitation: own ?? null, sheets: sheets.filter((row) => row.papers.length > 0) }
}

/** A paper of a dossier at the province, `bao-cao-to-tu-van.pdf`; whoever has no business with the appraisal finds nothing. */
export async function appraisalPaper(
  ctx: Ctx,
  { dossierId, file }: { dossierId: DossierId; file: string },
): Promise<Outcome<PaperFile, DrawingRefusal>> {
  const appraisal = await findAppraisal(ctx, dossierId)
  return producePaper(ctx, appraisalPapers, { file }, appraisal, tiesOfReport(appraisal.report))
}

/** What the page of an appraisal offers. */
export const papersOfAppraisal = ({ actor }: Pick<Ctx, 'actor'>, appraisal: Reported): PaperLink[] =>
  listPapers(actor, appraisalPapers, appraisal, tiesOfReport(appraisal.report)).filter(({ absent }) => absent === null)

/** Those of a complaint: its answer, as a draft and as it was entered. */
export const appealPapers = { 'appeal-answer': appealAnswerPaper } as const satisfies Papers<AnsweredAppeal>

const answeredAppeal = async (ctx: Ctx, appealId: AppealId): Promise<AnsweredAppeal> => ({
  appeal: await findAppeal(ctx, appealId),
  today: dateInVietnam(ctx.now),
  now: ctx.now,
})

/** A paper of a complaint, `tra-loi-khieu-nai.pdf`, for the office. */
export async function appealFile(
  ctx: Ctx,
  { appealId, file }: { appealId: AppealId; file: string },
): Promise<Outcome<PaperFile, DrawingRefusal>> {
  return producePaper(ctx, appealPapers, { file }, await answeredAppeal(ctx, appealId))
}

/** What the page of a complaint offers to the office. */
export const papersOfAppeal = async (ctx: Ctx, appealId: AppealId): Promise<PaperLink[]> =>
  listPapers(ctx.actor, appealPapers, await answeredAppeal(ctx, appealId))
