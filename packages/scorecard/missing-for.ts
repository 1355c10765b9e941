import { done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { scoredCriteria } from './criteria-set.ts'
import type { Band, CriteriaSet, Option } from './criteria-set.ts'
import { scoreSheets } from './score-sheets.ts'
import type { Choices, SheetRefusal } from './score-sheets.ts'

/** A minimum that a self-assessment misses, with the option that would meet it. */
export type MissingMinimum = { level: number; criterion: string; name: string; required: number; got: number; option: Option }

export type Missing = {
  total: number
  /** The level that the choices hold now. */
  level: number
  /** Points still wanted for the level asked about; 0 when the total reaches it. */
  pointsMissing: number
  /** Minimums up to the level asked about that are not met: no total makes up for them. */
  unmet: MissingMinimum[]
}

/**
 * What separates a self-assessment from a level: points and minimums, apart, because points never replace a minimum.
 *
 * @throws RangeError when no band has that level
 * @example missingFor(set, bands, { '1.1': 3 }, 3).value.pointsMissing // 47
 */
export function missingFor(set: CriteriaSet, bands: readonly Band[], choices: Choices, level: number): Outcome<Missing, SheetRefusal> {
  const band = bands.find((candidate) => candidate.level === level)
  if (band === undefined) throw new RangeError(`no band has level ${level}`)
  const score = scoreSheets(set, bands, [{ member: 'self', choices }])
  if (!score.ok) return score
  const { total, unmet } = score.value
  const criteria = new Map(scoredCriteria(set).map((criterion) => [criterion.code, criterion]))
  return done({
    total: total.numerator,
    level: score.value.level,
    pointsMissing: Math.max(0, band.min - total.numerator),
    unmet: unmet
      .filter((minimum) => minimum.level <= level)
      .map(({ level: marked, criterion: code, required, got }) => {
        const { name, options } = criteria.get(code)!
        const option = options.find(({ minimumFor, points }) => minimumFor === marked && points === required)!
        return { level: marked, criterion: code, name, required, got: got.numerator, option }
      }),
  })
}
