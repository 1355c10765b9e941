/** What a member gave one criterion, or nothing yet. */
export type Mark = { choice: number | 'none' | null; comment: string }

/** A mark that stands on the device alone. `over`: what the sheet said when it was given, to see whether it was changed elsewhere meanwhile. */
export type KeptMark = { path: string; title: string; criterion: string; mark: Mark; over: Mark; at: number }

export const noMark: Mark = { choice: null, comment: '' }

export const sameMark = (one: Mark, other: Mark): boolean => one.choice === other.choice && one.comment.trim() === other.comment.trim()

/**
 * What becomes of the marks of a sheet that did not arrive, once the sheet is read again. `arrived`: only the answer was lost. `clash`: the sheet says
 * something else by now than what the mark was given over; the member chooses.
 */
export function sortKept(
  kept: readonly KeptMark[],
  stored: Readonly<Partial<Record<string, Mark>>>,
): { arrived: KeptMark[]; toSend: KeptMark[]; clash: KeptMark[] } {
  const fateOf = ({ criterion, mark, over }: KeptMark) => {
    const now = stored[criterion] ?? noMark
    if (sameMark(mark, now)) return 'arrived'
    return sameMark(over, now) ? 'toSend' : 'clash'
  }
  const { arrived = [], toSend = [], clash = [] } = Object.groupBy(kept, fateOf)
  return { arrived, toSend, clash }
}

/** The sheets of which marks stand on the device alone, the one that waits longest first. */
export function sheetsOf(kept: readonly KeptMark[]): { path: string; title: string; count: number }[] {
  const byPath = Map.groupBy(
    kept.toSorted((one, other) => one.at - other.at),
    ({ path }) => path,
  )
  return [...byPath].map(([path, marks]) => ({ path, title: marks[0]!.title, count: marks.length }))
}
