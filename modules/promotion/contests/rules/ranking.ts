export type Criterion = { position: number; says: string; points: number }
export type Prize = { rank: number; says: string; places: number; valueVnd: number }

/** An entry with the sums of the sheets that were handed in, without those of jurors who declared a conflict. */
export type Judged = { id: string; number: number; sums: readonly number[] }
/** How the jury voted among entries that were equal: the first stands first. */
export type Vote = readonly number[]
/** An average is `points` over `sheets`, exactly. */
export type Ranked = {
  id: string
  number: number
  place: number
  points: number
  sheets: number
  prize: number | null
  byVote: boolean
}
/** Numbers of entries that are equal and among which a prize must be decided. */
export type OpenTie = readonly number[]
export type Ranking = { lines: Ranked[]; ties: OpenTie[]; unscored: number[] }

type Summed = { id: string; number: number; points: number; sheets: number }

/** a/b against c/d without dividing. */
const higher = (one: Summed, other: Summed): number => other.points * one.sheets - one.points * other.sheets

const sameNumbers = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((number) => other.includes(number))

/** What the first, second, third … of the order gets. */
const slotsOf = (prizes: readonly Prize[]): number[] =>
  prizes.toSorted((a, b) => a.rank - b.rank).flatMap(({ rank, places }) => Array.from({ length: places }, () => rank))

/**
 * The order of a contest: by the average of the sums; equals share their place and the prize that all their places have. Where equals lie across the edge
 * of a prize only a vote of the jury over exactly these entries decides, and until it is there the tie is open and none of them has a prize. The one place
 * where prizes are given: whoever looks before it is published sees the same.
 */
export function rankEntries(entries: readonly Judged[], prizes: readonly Prize[], votes: readonly Vote[] = []): Ranking {
  const slots = slotsOf(prizes)
  const unscored = entries.filter(({ sums }) => sums.length === 0).map(({ number }) => number)
  const summed = entries
    .filter(({ sums }) => sums.length > 0)
    .map(({ id, number, sums }) => ({ id, number, points: sums.reduce((sum, one) => sum + one, 0), sheets: sums.length }))
    .toSorted((a, b) => higher(a, b) || a.number - b.number)
  const lines: Ranked[] = []
  const ties: OpenTie[] = []
  for (let from = 0; from < summed.length;) {
    const first = summed[from]!
    const equals = summed.slice(from).filter((one) => higher(first, one) === 0)
    const given = equals.map((_, at) => slots[from + at] ?? null)
    const isAcross = given.some((prize) => prize !== given[0])
    const numbers = equals.map(({ number }) => number)
    // The latest vote counts: a vote is repeated where it was written down wrongly.
    const vote = isAcross ? votes.findLast((one) => sameNumbers(one, numbers)) : undefined
    if (isAcross && !vote) ties.push(numbers)
    const ordered = vote ? vote.map((number) => equals.find((one) => one.number === number)!) : equals
    for (const [at, one] of ordered.entries())
      lines.push({
        ...one,
        place: from + 1 + (vote ? at : 0),
        prize: isAcross && !vote ? null : given[at]!,
        byVote: vote !== undefined,
      })
    from += equals.length
  }
  return { lines, ties, unscored: unscored.toSorted((a, b) => a - b) }
}

/** What a preview stands on: whoever publishes publishes what they saw. */
export const markOfRanking = ({ lines, ties, unscored }: Ranking): string =>
  [...lines.map(({ id, place, prize, points, sheets }) => `${id}:${place}:${prize ?? ''}:${points}/${sheets}`), ...ties.map((one) => `=${one}`), ...unscored].join(' ') // prettier-ignore

/** An average with two digits, for people; the order never stands on it. @example averageOf({ points: 250, sheets: 3 }) // '83,33' */
export const averageOf = ({ points, sheets }: Pick<Ranked, 'points' | 'sheets'>): string =>
  (Math.round((points * 100) / sheets) / 100).toLocaleString('vi-VN', { maximumFractionDigits: 2 })
