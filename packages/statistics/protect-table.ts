import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { readDecimal, toOneScale } from '@dacsan/vietnam'
import type { ExactDecimal } from '@dacsan/vietnam'
import { fewestLines } from './fewest-lines.ts'
import { allOnCircles, circleThrough, linesAt } from './hidden-graph.ts'
import type { Line } from './hidden-graph.ts'
import { whySensitive } from './sensitive-cell.ts'

export type Label = string | number
/** One cell: what each of its contributors adds, not negative; a number or digits with a point. */
export type Cell = { row: Label; column: Label; amounts: readonly (number | string)[] }
export type Dominance = { n: number; percent: number | string }
/** `secondary`: hidden only because another cell could be worked out with it. */
export type HiddenCell = { row: Label; column: Label; why: 'few' | 'dominant' | 'secondary' }

export type TableRefusal =
  | { code: 'rule-unreadable'; field: 'least' | 'n' | 'percent' }
  | { code: 'not-an-amount'; row: Label; column: Label }
  | { code: 'cell-twice'; row: Label; column: Label }
  | { code: 'table-too-large'; most: number }
  | { code: 'cannot-be-protected'; row: Label; column: Label }

const mostCells = 10_000
const largeTable = 1000
const smallTable = 100
const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0

type Contribution = { row: Label; column: Label; total: ExactDecimal; why: 'few' | 'dominant' | undefined }

/**
 * Which cells of a table of amounts must be hidden so that nothing about a single contributor can be worked out while the totals of rows, columns and
 * the whole are published: cells with few or dominant contributors, and then as few others as can be found, the smaller amounts rather than the
 * larger. Cells that the table does not have, or that have no contributors, are known to be nothing and hide nothing. That amounts are not negative is
 * not hidden against. A table that no hiding can protect is refused: there the rows or columns must be put together.
 *
 * @param least how many contributors a cell needs; one with fewer, and at least one, is hidden
 * @param dominance a cell whose `n` largest together are more than `percent` of it is hidden
 * @example protectTable([
 *   { row: 'a', column: 'x', amounts: [5] }, { row: 'a', column: 'y', amounts: [1, 2, 3] },
 *   { row: 'b', column: 'x', amounts: [1, 2, 3] }, { row: 'b', column: 'y', amounts: [4, 4, 4] },
 * ], 3, { n: 2, percent: 85 }).value.map(({ row, column, why }) => `${row}${column} ${why}`) // ['ax few', 'ay secondary', 'bx secondary', 'by secondary']
 */
export function protectTable(cells: readonly Cell[], least: number, dominance: Dominance): Outcome<HiddenCell[], TableRefusal> {
  if (cells.length > mostCells) return refuse('table-too-large', { most: mostCells })
  const read = readContributions(cells, least, dominance)
  if (!read.ok) return read
  const contributions = read.value
  const { points, lines } = asGraph(contributions)
  const primary = contributions.flatMap(({ why }, index) => (why === undefined ? [] : [index]))
  const { units } = toOneScale(contributions.map(({ total }) => total))
  const bySize = [...lines.keys()].toSorted((a, b) => (units[a] === units[b] ? a - b : units[a]! < units[b]! ? -1 : 1))
  const at = linesAt(points, lines, bySize)

  let best: Set<number> | undefined
  for (const order of waysToStart(primary, bySize, at, lines)) {
    const hidden = new Set(primary)
    const onCircle = new Set<number>()
    for (const line of order) {
      if (onCircle.has(line)) continue
      const circle = circleThrough(line, lines, at, hidden)
      if (circle === undefined) {
        const { row, column } = contributions[line]!
        return refuse('cannot-be-protected', { row, column })
      }
      for (const part of [line, ...circle]) {
        hidden.add(part)
        onCircle.add(part)
      }
    }
    const spared = withoutTheNeedless(hidden, new Set(primary), bySize, (some) => allOnCircles(points, lines, some))
    if (best === undefined || spared.size < best.size) best = spared
  }
  // A search may hide one cell too many; a table that is small enough is tried through.
  const isPrimary = new Set(primary)
  const others = lines.length > smallTable ? [] : bySize.filter((line) => !isPrimary.has(line))
  const fewest = fewestLines(others, best!.size - primary.length, (chosen) => allOnCircles(points, lines, [...primary, ...chosen]))
  const hidden = fewest === undefined ? best! : new Set([...primary, ...fewest])
  return done(
    contributions.flatMap(({ row, column, why }, index) =>
      hidden.has(index) ? [{ row, column, why: why ?? ('secondary' as const) }] : [],
    ),
  )
}

/** The cells that have contributors, judged. */
function readContributions(cells: readonly Cell[], least: number, { n, percent }: Dominance): Outcome<Contribution[], TableRefusal> {
  const share = readDecimal(percent)
  if (!isCount(least)) return refuse('rule-unreadable', { field: 'least' })
  if (!isCount(n)) return refuse('rule-unreadable', { field: 'n' })
  if (share === undefined || share.units < 0n) return refuse('rule-unreadable', { field: 'percent' })
  const seen = new Set<string>()
  const contributions: Contribution[] = []
  for (const { row, column, amounts } of cells) {
    const key = JSON.stringify([row, column])
    if (seen.has(key)) return refuse('cell-twice', { row, column })
    seen.add(key)
    const exact = amounts.map(readDecimal).filter((amount) => amount !== undefined && amount.units >= 0n) as ExactDecimal[]
    if (exact.length < amounts.length) return refuse('not-an-amount', { row, column })
    if (exact.length === 0) continue
    const { units, scale } = toOneScale(exact)
    const total = { units: units.reduce((sum, value) => sum + value, 0n), scale }
    contributions.push({ row, column, total, why: whySensitive(exact, least, { n, percent: share }) })
  }
  return done(contributions)
}

function asGraph(cells: readonly { row: Label; column: Label }[]): { points: number; lines: Line[] } {
  const points = new Map<string, number>()
  const pointOf = (kind: string, label: Label) => {
    const key = JSON.stringify([kind, label])
    const point = points.get(key) ?? points.size
    points.set(key, point)
    return point
  }
  const lines = cells.map(({ row, column }) => ({ from: pointOf('row', row), to: pointOf('column', column) }))
  return { points: points.size, lines }
}

/** The search depends on where it begins; the best of a few beginnings is taken, where the table is not so large that one takes long enough. */
function waysToStart(primary: readonly number[], bySize: readonly number[], at: readonly (readonly number[])[], lines: readonly Line[]) {
  const rank = new Map(bySize.map((line, place) => [line, place]))
  const choices = (line: number) => at[lines[line]!.from]!.length * at[lines[line]!.to]!.length
  const smallFirst = primary.toSorted((a, b) => rank.get(a)! - rank.get(b)!)
  if (lines.length > largeTable) return [smallFirst]
  return [primary, primary.toReversed(), smallFirst, smallFirst.toReversed(), primary.toSorted((a, b) => choices(a) - choices(b))]
}

/** What a later circle made needless is shown again, the largest first. */
function withoutTheNeedless(
  hidden: ReadonlySet<number>,
  primary: ReadonlySet<number>,
  bySize: readonly number[],
  isSafe: (some: readonly number[]) => boolean,
): Set<number> {
  const kept = new Set(hidden)
  for (const line of bySize.toReversed()) {
    if (!kept.has(line) || primary.has(line)) continue
    kept.delete(line)
    if (!isSafe([...kept])) kept.add(line)
  }
  return kept
}
