import { formatFraction, formatHundredths, scoreSheets, scoredCriteria } from '@dacsan/scorecard'
import type { Band, CriteriaSet, Fraction, Unmet } from '@dacsan/scorecard'
import type { CouncilMemberId } from './ids.ts'
import type { Seat } from './session.ts'
import { choicesOn } from './sheet.ts'
import type { SheetLine } from './sheet.ts'

/** An exact average with the text that readers see. */
export type Average = Fraction & { text: string }

export type UnmetMinimum = { star: number; criterion: string; name: string; required: number; got: Average }

/** What the council said of one criterion: which option how often, and its comments. Never by whom. */
export type CriterionVerdict = {
  code: string
  name: string
  max: number
  average: Average
  marks: { optionIndex: number | null; points: number; count: number }[]
  comments: string[]
}

/** A sheet as it was when the session closed. */
export type CountedSheet = {
  memberId: CouncilMemberId
  name: string
  agency: string
  seat: Seat
  total: number
  generalComment: string
  lines: SheetLine[]
}

export type CouncilResult = {
  total: Average
  /** The exact fraction, only where the rounded text would seem to reach a star that the exact total does not. */
  exact: string | null
  parts: { code: string; max: number; average: Average }[]
  stars: number
  reachedByPoints: number
  unmet: UnmetMinimum[]
  criteria: CriterionVerdict[]
}

/**
 * Turns the sheets that count into stars: exact averages, every minimum, the reasons per criterion.
 * Nothing is scored on an eliminated dossier: every sheet counts as blank, which the minimums then answer.
 */
export function resultOf(
  set: CriteriaSet,
  bands: readonly Band[],
  sheets: readonly { memberId: CouncilMemberId; lines: readonly SheetLine[] }[],
  eliminated: boolean,
): CouncilResult {
  const counted = eliminated ? sheets.map(({ memberId }) => ({ memberId, lines: [] })) : sheets
  const score = scoreSheets(
    set,
    bands,
    counted.map(({ memberId, lines }) => ({ member: memberId, choices: choicesOn(lines) })),
  )
  if (!score.ok) throw new Error(`the sheets of ${set.code} do not fit its criteria: ${JSON.stringify(score.refusal)}`)
  const { total, parts, level, levelByPoints, unmet } = score.value
  const criteria = scoredCriteria(set)
  const names = new Map(criteria.map(({ code, name }) => [code, name]))
  return {
    total: average(total),
    exact: misleads(total, bands) ? formatFraction(total) : null,
    parts: set.parts.map(({ code, max }) => ({ code, max, average: average(parts[code] ?? { numerator: 0, denominator: sheets.length }) })),
    stars: level,
    reachedByPoints: levelByPoints,
    unmet: unmet.map((minimum: Unmet) => ({
      star: minimum.level,
      criterion: minimum.criterion,
      name: names.get(minimum.criterion) ?? minimum.criterion,
      required: minimum.required,
      got: average(minimum.got),
    })),
    criteria: criteria.map(({ code, name, max }) => {
      const lines = counted.flatMap((sheet) => sheet.lines.filter((line) => line.criterion === code))
      const numerator = lines.reduce((sum, line) => sum + line.points, 0)
      return { code, name, max, average: average({ numerator, denominator: sheets.length }), ...verdict(lines) }
    }),
  }
}

const average = (fraction: Fraction): Average => ({ ...fraction, text: formatHundredths(fraction) })

/** A shown 70.00 beside three stars needs its fraction: the rounded figure reaches a band that the exact one does not. */
function misleads(total: Fraction, bands: readonly Band[]): boolean {
  const shown = Math.round(Number(formatHundredths(total)) * 100)
  return bands.some(({ min }) => shown >= min * 100 && total.numerator < min * total.denominator)
}

function verdict(lines: readonly SheetLine[]): Pick<CriterionVerdict, 'marks' | 'comments'> {
  const groups = Map.groupBy(lines, (line) => line.optionIndex)
  const marks = [...groups.values()]
    .map((same) => ({ optionIndex: same[0]!.optionIndex, points: same[0]!.points, count: same.length }))
    .toSorted((a, b) => b.points - a.points || b.count - a.count)
  // Sorted by their text: the order of the sheets would let a reader follow one member from criterion to criterion.
  const comments = lines.flatMap((line) => line.comment.trim() || []).toSorted((a, b) => a.localeCompare(b, 'vi'))
  return { marks, comments }
}

/** The minimums that hold a result below the star that its points reach; none where it has that star. */
export function minimumsHoldingBack(result: Pick<CouncilResult, 'stars' | 'reachedByPoints' | 'unmet'>): UnmetMinimum[] {
  return result.reachedByPoints > result.stars ? result.unmet.filter(({ star }) => star <= result.reachedByPoints) : []
}
