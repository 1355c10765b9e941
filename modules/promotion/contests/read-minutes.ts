import type { Ctx } from '../../context.ts'
import { previewResult } from './publish.ts'
import { findContest } from './read-contest.ts'
import type { ContestId } from './rules/ids.ts'

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
