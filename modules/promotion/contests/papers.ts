import type { Outcome } from '@dacsan/decisions'
import type { Ctx } from '../../context.ts'
import { listPapers, producePaper } from '../../papers/index.ts'
import type { PaperFile, PaperLink } from '../../papers/index.ts'
import type { DrawingRefusal } from '../../papers/rules.ts'
import { minutesPaper } from './papers/minutes-paper.ts'
import { previewResult } from './publish.ts'
import { findContest } from './read-contest.ts'
import type { ContestId } from './rules/ids.ts'

const contestPapers = { minutes: minutesPaper } as const

/** What the minutes are drawn of: the result that was published, or that would be. */
export async function findMinutes(ctx: Ctx, id: ContestId) {
  const [view, { result }] = await Promise.all([findContest(ctx, id), previewResult(ctx, id)])
  const byEntry = new Map(view.entries.map((one) => [one.id as string, one]))
  const lines = view.contest.isPublished
    ? view.result.map(({ entryId, ...line }) => ({ ...line, number: byEntry.get(entryId)!.number, title: byEntry.get(entryId)!.title }))
    : (result?.lines ?? [])
  return {
    ...view,
    lines: lines.map(({ number, title, place, points, sheets, prize }) => ({ number, title, place, points, sheets, prize })),
    withdrawn: view.result
      .filter(({ withdrawnAt }) => withdrawnAt !== null)
      .map(({ entryId, withdrawnAt, withdrawnNumber, withdrawnWords }) => ({ number: byEntry.get(entryId)!.number, at: withdrawnAt!, decision: withdrawnNumber!, words: withdrawnWords! })), // prettier-ignore
  }
}
export type ContestMinutes = Awaited<ReturnType<typeof findMinutes>>

export async function contestPaper(
  ctx: Ctx,
  { contestId, file }: { contestId: ContestId; file: string },
): Promise<Outcome<PaperFile, DrawingRefusal>> {
  return producePaper(ctx, contestPapers, { file }, await findMinutes(ctx, contestId), {})
}

export const papersOfContest = async (ctx: Ctx, id: ContestId): Promise<PaperLink[]> =>
  listPapers(ctx.actor, contestPapers, await findMinutes(ctx, id), {})
