import type { Outcome } from '@dacsan/decisions'
import type { Ctx } from '../../context.ts'
import { listPapers, producePaper } from '../../papers/index.ts'
import type { PaperFile, PaperLink } from '../../papers/index.ts'
import type { DrawingRefusal } from '../../papers/rules.ts'
import { minutesPaper } from './papers/minutes-paper.ts'
import { findMinutes } from './read-minutes.ts'
import type { ContestId } from './rules/ids.ts'

const contestPapers = { minutes: minutesPaper } as const

export async function contestPaper(
  ctx: Ctx,
  { contestId, file }: { contestId: ContestId; file: string },
): Promise<Outcome<PaperFile, DrawingRefusal>> {
  return producePaper(ctx, contestPapers, { file }, await findMinutes(ctx, contestId), {})
}

export const papersOfContest = async (ctx: Ctx, id: ContestId): Promise<PaperLink[]> =>
  listPapers(ctx.actor, contestPapers, await findMinutes(ctx, id), {})
