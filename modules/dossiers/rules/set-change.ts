import { scoredCriteria } from '@dacsan/scorecard'
import type { Criterion } from '@dacsan/scorecard'
import type { CriteriaSet } from '../../law/rules.ts'
import { applies, hasNoneAnswer } from './self-score.ts'
import type { Choice } from './self-score.ts'

/** What of a self-scoring goes along to other criteria, and what has to be answered anew. */
export type CarriedChoices = { kept: Choice[]; lost: { criterion: string; name: string }[] }

/**
 * Answers go along where the criterion is the same one: same number, same name, and the option that was chosen in the same words for the same
 * points. Everything else is asked anew; nothing is guessed from a criterion that is only alike.
 */
export function carriedChoices(from: CriteriaSet, to: CriteriaSet, choices: readonly Choice[]): CarriedChoices {
  const [before, after] = [byCode(from), byCode(to)]
  const moved = choices.map((choice) => ({ choice, same: sameChoice(choice, before.get(choice.criterion), after.get(choice.criterion)) }))
  const same = moved.flatMap((one) => one.same ?? [])
  const kept = same.filter(({ criterion }) => applies(to, same, criterion))
  const lost = choices.filter(({ criterion }) => !kept.some((one) => one.criterion === criterion))
  return { kept, lost: lost.map(({ criterion }) => ({ criterion, name: before.get(criterion)?.name ?? criterion })) }
}

const byCode = (set: CriteriaSet) => new Map(scoredCriteria(set).map((criterion) => [criterion.code, criterion]))

function sameChoice(choice: Choice, before: Criterion | undefined, after: Criterion | undefined): Choice | null {
  if (!before || !after || before.name !== after.name) return null
  if (choice.optionIndex === null) return hasNoneAnswer(after) ? choice : null
  const chosen = before.options[choice.optionIndex]
  const optionIndex = after.options.findIndex(({ label, points }) => label === chosen?.label && points === chosen.points)
  return optionIndex === -1 ? null : { ...choice, optionIndex }
}
