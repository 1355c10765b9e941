import type { Outcome } from '@dacsan/decisions'
import type { Ctx } from '../context.ts'
import { drawPaper, listPapers, producePaper } from '../papers/index.ts'
import type { PaperFile, PaperLink } from '../papers/index.ts'
import type { DrawingRefusal } from '../papers/rules.ts'
import { tiesOfRecall } from './acts.ts'
import { reportDocument, reportPaper } from './papers/report-paper.ts'
import { findRecall } from './read-recall.ts'
import type { RecallView } from './read-recall.ts'
import type { RecallId } from './rules/ids.ts'

export const recallPapers = { report: reportPaper } as const

/** The report about a recall, `bao-cao-thu-hoi.docx`, for whoever reads it. */
export async function recallFile(
  ctx: Ctx,
  { recallId, file }: { recallId: RecallId; file: string },
): Promise<Outcome<PaperFile, DrawingRefusal>> {
  const view = await findRecall(ctx, recallId)
  return producePaper(ctx, recallPapers, { file }, view, tiesOfRecall(view.recall))
}

/** The same for the command line, which keeps no copy. */
export const drawReport = (ctx: Ctx, view: RecallView): Promise<Outcome<Uint8Array, DrawingRefusal>> =>
  drawPaper(ctx, { kind: 'document-docx', document: reportDocument(view) })

export const papersOfRecall = ({ actor }: Pick<Ctx, 'actor'>, view: RecallView): PaperLink[] =>
  listPapers(actor, recallPapers, view, tiesOfRecall(view.recall))
