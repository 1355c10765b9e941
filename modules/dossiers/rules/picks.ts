import type { CriteriaSet } from '../../law/rules.ts'
import type { ChoiceRefusal } from './refusals.ts'
import { applies, findCriterion, hasNoneAnswer } from './self-score.ts'
import type { Choice } from './self-score.ts'

/** What the producer picked: an option by its place, none of them (null), or nothing yet (absent). */
export type ChoicePick = { criterion: string; optionIndex: number | null; reason: string }

/** What is wrong with a pick itself. */
export type PickRefusal = Extract<ChoiceRefusal, { criterion: string }>

export const reasonLimit = 2000

/** Turns picks into choices with their points, on top of earlier ones; a criterion that no longer applies loses its answer. */
export function applyPicks(
  set: CriteriaSet,
  earlier: readonly Choice[],
  picks: readonly ChoicePick[],
): { ok: true; choices: Choice[]; dropped: string[] } | { ok: false; refusal: PickRefusal } {
  const chosen = new Map(earlier.map((choice) => [choice.criterion, choice]))
  for (const { criterion: code, optionIndex, reason } of picks) {
    const criterion = findCriterion(set, code)
    if (!criterion) return { ok: false, refusal: { code: 'unknown-criterion', criterion: code } }
    if (reason.length > reasonLimit) return { ok: false, refusal: { code: 'reason-too-long', criterion: code, limit: reasonLimit } }
    const option = optionIndex === null ? undefined : criterion.options[optionIndex]
    if (optionIndex === null ? !hasNoneAnswer(criterion) : !option) {
      return { ok: false, refusal: { code: 'unknown-option', criterion: code, optionIndex: optionIndex ?? -1 } }
    }
    chosen.set(code, { criterion: code, optionIndex, points: option?.points ?? 0, reason })
  }
  const all = [...chosen.values()]
  const kept = all.filter((choice) => applies(set, all, choice.criterion))
  return { ok: true, choices: kept, dropped: all.filter((choice) => !kept.includes(choice)).map((choice) => choice.criterion) }
}
