import { scoredCriteria } from '@dacsan/scorecard'
import type { CriteriaSet } from '../../law/rules.ts'
import { applies } from './self-score.ts'
import type { Choice, SelfScore } from './self-score.ts'

/** One criterion that helps towards the next star: a minimum that has to be met, or points that are the nearest to be had. */
export type LiftStep = { criterion: string; name: string; isMinimum: boolean; now: string | null; want: string; gain: number }

/** So many of the criteria that would only bring points are shown: enough to choose from, few enough to read. */
const most = 8

/**
 * What lifts a self-scoring to its next star: first every minimum that is missed, which no points replace; then, where these do not bring
 * enough points, the criteria whose next better option brings the most. Nothing where the highest star is held.
 */
export function liftSteps(set: CriteriaSet, choices: readonly Choice[], { next }: Pick<SelfScore, 'next'>): LiftStep[] {
  if (!next) return []
  const chosen = new Map(choices.map((choice) => [choice.criterion, choice]))
  const labelOf = (code: string): string | null => {
    const options = scoredCriteria(set).find((criterion) => criterion.code === code)?.options
    const at = chosen.get(code)?.optionIndex
    return at === null || at === undefined ? null : (options?.[at]?.label ?? null)
  }
  const minimums = next.unmet.map(({ criterion, name, required, got, option }) => ({
    criterion,
    name,
    isMinimum: true,
    now: labelOf(criterion),
    want: option.label,
    gain: required - got,
  }))
  const brought = minimums.reduce((sum, { gain }) => sum + gain, 0)
  if (brought >= next.pointsMissing) return minimums
  const others = scoredCriteria(set)
    .filter(({ code }) => !minimums.some(({ criterion }) => criterion === code) && applies(set, choices, code))
    .flatMap(({ code, name, options }): LiftStep[] => {
      const points = chosen.get(code)?.points ?? 0
      const better = options.filter((option) => option.points > points).toSorted((one, other) => one.points - other.points)[0]
      return better
        ? [{ criterion: code, name, isMinimum: false, now: labelOf(code), want: better.label, gain: better.points - points }]
        : []
    })
    .toSorted((one, other) => other.gain - one.gain)
  return [...minimums, ...others.slice(0, most)]
}
