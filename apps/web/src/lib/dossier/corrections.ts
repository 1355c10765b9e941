import type { Criterion } from '@dacsan/scorecard'

/** What was mended after the copy of a decision: `whole` where it is true of the criterion, `options` by their place where it is not. */
export type Corrections = { whole: string | null; options: (string | null)[] }

/** One reason that every option carries is told once. */
export function correctionsOf({ options, correction }: Pick<Criterion, 'options' | 'correction'>): Corrections {
  const reasons = options.map((option) => option.correction ?? null)
  const [first = null] = reasons
  const shared = first !== null && reasons.every((reason) => reason === first)
  const whole = [correction, shared ? first : null].filter((reason) => reason).join('; ')
  return { whole: whole || null, options: shared ? options.map(() => null) : reasons }
}
