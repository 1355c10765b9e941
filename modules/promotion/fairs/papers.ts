import type { Outcome } from '@dacsan/decisions'
import type { Ctx } from '../../context.ts'
import { listPapers, producePaper } from '../../papers/index.ts'
import type { PaperFile, PaperLink } from '../../papers/index.ts'
import type { DrawingRefusal } from '../../papers/rules.ts'
import { reportPaper } from './papers/report-paper.ts'
import { findReport } from './report-fair.ts'
import type { FairReport } from './report-fair.ts'
import type { FairId } from './rules/ids.ts'

const fairPapers = { report: reportPaper } as const

export async function fairPaper(ctx: Ctx, { fairId, file }: { fairId: FairId; file: string }): Promise<Outcome<PaperFile, DrawingRefusal>> {
  return producePaper(ctx, fairPapers, { file }, await findReport(ctx, fairId), {})
}

export const papersOfFair = ({ actor }: Pick<Ctx, 'actor'>, report: FairReport): PaperLink[] => listPapers(actor, fairPapers, report, {})
