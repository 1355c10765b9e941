import { NotFound } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import type { Ctx } from '../context.ts'
import { requireRole } from '../identity/index.ts'
import { producePaper } from '../papers/index.ts'
import type { Paper, PaperFile } from '../papers/index.ts'
import type { DrawingRefusal } from '../papers/rules.ts'
import { selectBreach } from './breach.store.ts'
import type { StoredBreach } from './breach.store.ts'
import { breachNotice } from './papers/breach-notice.ts'
import { requestAnswer } from './papers/request-answer.ts'
import { selectRequest } from './request.store.ts'
import type { StoredRequest } from './request.store.ts'
import type { BreachId, DataRequestId } from './rules/ids.ts'
import { tiesTo } from './subject.ts'
import type { Asker } from './subject.ts'
import { privacyPaperWords as words } from './words/papers.ts'

export const requestPapers = {
  answer: {
    address: 'phieu-tra-loi',
    formats: ['pdf', 'docx'],
    by: { administrator: 'any', anyone: ['self', 'link'] },
    absent: ({ decidedAt }) => (decidedAt === null ? words.notAnswered : null),
    about: ({ id }) => ({ type: 'data-request', id }),
    title: () => words.answerTitle,
    says: () => '',
    fileName: ({ code }) => `phieu-tra-loi-${code}`,
    draw: (_, request) => requestAnswer(request),
  },
} as const satisfies Record<string, Paper<StoredRequest>>

export const breachPapers = {
  notice: {
    address: 'mau-08',
    formats: ['pdf', 'docx'],
    by: { administrator: 'any' },
    about: ({ id }) => ({ type: 'data-breach', id }),
    title: () => words.breachTitle,
    says: () => '',
    fileName: ({ code }) => `mau-08-${code}`,
    draw: (_, breach) => breachNotice(breach),
    // What is still being found out is drawn and not kept.
    kept: ({ reportedAt }) => reportedAt !== null,
  },
} as const satisfies Record<string, Paper<StoredBreach>>

/** The answer to a request, for the person and for the administrator. */
export async function requestPaper(
  ctx: Ctx,
  { requestId, file }: { requestId: DataRequestId; file: string },
  asker: Asker | null = null,
): Promise<Outcome<PaperFile, DrawingRefusal>> {
  const request = await selectRequest(ctx.db, requestId)
  if (!request) throw new NotFound('No such data-request')
  return producePaper(ctx, requestPapers, { file }, request, tiesTo(request, asker))
}

/** Mẫu 08 of a breach. */
export async function breachPaper(
  ctx: Ctx,
  { breachId, file }: { breachId: BreachId; file: string },
): Promise<Outcome<PaperFile, DrawingRefusal>> {
  requireRole(ctx.actor, 'administrator')
  const breach = await selectBreach(ctx.db, breachId)
  if (!breach) throw new NotFound('No such data-breach')
  return producePaper(ctx, breachPapers, { file }, breach)
}
