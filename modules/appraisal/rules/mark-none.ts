import type { Criterion, Section } from '@dacsan/scorecard'

/**
 * Whether "không chấm" can be meant of a criterion: no official option carries 0 points, or a note of its section stops or limits the scoring
 * ("dừng xét tiếp", "chỉ chấm khi").
 */
export function mayMarkNone(section: Section, criterion: Criterion): boolean {
  const notes = [...(section.notes ?? []), ...section.criteria.flatMap((one) => one.notes ?? [])]
  return notes.some(({ kind }) => kind === 'stop' || kind === 'appliesOnlyIf') || criterion.options.every((option) => option.points > 0)
}
