import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { minimums, scoredCriteria } from './criteria-set.ts'
import type { Band, CriteriaSet } from './criteria-set.ts'
import type { Fraction } from './fraction.ts'

/** Points given per criterion: those of one of its options. Left out or null counts 0. */
export type Choices = Readonly<Record<string, number | null>>

/** What one member gave. */
export type Sheet = { member: string; choices: Choices }

export type SheetRefusal =
  | { code: 'no-sheet' }
  | { code: 'repeated-member'; member: string }
  | { code: 'unknown-criterion'; member: string; criterion: string }
  | { code: 'not-whole'; member: string; criterion: string }
  | { code: 'no-such-option'; member: string; criterion: string; points: number }

/** A minimum that the average does not reach. */
export type Unmet = { level: number; criterion: string; required: number; got: Fraction }

export type Score = {
  total: Fraction
  /** Average per part code; they add up to the total. */
  parts: Record<string, Fraction>
  /** The level held: reached by points, and every minimum up to it met. */
  level: number
  levelByPoints: number
  /** Every minimum not met, whatever the total: by level, then in the order of the set. */
  unmet: Unmet[]
}

/**
 * Checks one sheet against its criteria set.
 *
 * @returns the points per answered criterion, or the first thing that is wrong
 * @example readSheet(set, { member: 'm1', choices: { '1.1': 3 } }) // { ok: true, value: new Map([['1.1', 3]]) }
 */
export function readSheet(set: CriteriaSet, { member, choices }: Sheet): Outcome<Map<string, number>, SheetRefusal> {
  const criteria = new Map(scoredCriteria(set).map((criterion) => [criterion.code, criterion]))
  const points = new Map<string, number>()
  for (const [code, given] of Object.entries(choices)) {
    const criterion = criteria.get(code)
    if (criterion === undefined) return refuse('unknown-criterion', { member, criterion: code })
    if (given === null) continue
    if (!Number.isSafeInteger(given)) return refuse('not-whole', { member, criterion: code })
    // An explicit 0 says that no option was met, so it needs no option of its own.
    if (given !== 0 && !criterion.options.some((option) => option.points === given))
      return refuse('no-such-option', { member, criterion: code, points: given })
    points.set(code, given)
  }
  return done(points)
}

/**
 * Turns the sheets of a council into a level: the average of each criterion over all sheets, the total of the averages,
 * the level that the total reaches, and the minimums that hold it back. Exact fractions throughout; nothing is rounded
 * before it is compared, so 69.996 does not reach 70. One wrong sheet refuses the whole.
 *
 * @param bands the least total per level; the lowest level has 0
 * @example scoreSheets(set, bands, [{ member: 'm1', choices: {} }]).value.total // { numerator: 0, denominator: 1 }
 */
export function scoreSheets(set: CriteriaSet, bands: readonly Band[], sheets: readonly Sheet[]): Outcome<Score, SheetRefusal> {
  const denominator = sheets.length
  if (denominator === 0) return refuse('no-sheet')
  const sums = new Map<string, number>()
  const members = new Set<string>()
  for (const sheet of sheets) {
    if (members.has(sheet.member)) return refuse('repeated-member', { member: sheet.member })
    members.add(sheet.member)
    const read = readSheet(set, sheet)
    if (!read.ok) return read
    for (const [code, points] of read.value) sums.set(code, (sums.get(code) ?? 0) + points)
  }

  const sumOf = (code: string) => sums.get(code) ?? 0
  const parts = set.parts.map((part) => {
    const numerator = scoredCriteria(set, part).reduce((sum, criterion) => sum + sumOf(criterion.code), 0)
    return [part.code, { numerator, denominator }] as const
  })
  const numerator = parts.reduce((sum, [, part]) => sum + part.numerator, 0)
  const unmet = minimums(set)
    .filter(({ criterion, required }) => sumOf(criterion) < required * denominator)
    .map((minimum) => ({ ...minimum, got: { numerator: sumOf(minimum.criterion), denominator } }))

  const reached = bands.filter((band) => numerator >= band.min * denominator).map((band) => band.level)
  const held = reached.filter((level) => unmet.every((minimum) => minimum.level > level))
  return done({
    total: { numerator, denominator },
    parts: Object.fromEntries(parts),
    level: Math.max(...held),
    levelByPoints: Math.max(...reached),
    unmet,
  })
}
