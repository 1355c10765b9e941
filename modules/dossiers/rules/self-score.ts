import type { CriteriaSet } from '../../law/index.ts'
import type { DossierSection } from './forms.ts'

type Part = CriteriaSet['parts'][number]
type CriteriaSection = Part['sections'][number]
export type Criterion = CriteriaSection['criteria'][number]

export const scoringSections = ['part-a', 'part-b', 'part-c'] as const
export type ScoringSection = (typeof scoringSections)[number]

const sectionOfPart = { A: 'part-a', B: 'part-b', C: 'part-c' } as const satisfies Record<Part['code'], ScoringSection & DossierSection>

/** An answer to one criterion. `optionIndex` null: none of the options is met, 0 points. */
export type Choice = { criterion: string; optionIndex: number | null; points: number; reason: string }

/** How far a part is: the criteria that apply, and those of them without an answer. */
export type PartProgress = { section: ScoringSection; criteria: readonly string[]; unanswered: readonly string[] }

export const partOfSection = (set: CriteriaSet, section: ScoringSection): Part =>
  set.parts.find((part) => sectionOfPart[part.code] === section)!

/** Headings over criteria (6.1 over 6.1.1) are not chosen. */
export const choosable = (section: CriteriaSection): Criterion[] => section.criteria.filter((criterion) => criterion.composite !== true)

export function criteriaOf(set: CriteriaSet): Criterion[] {
  return set.parts.flatMap((part) => part.sections.flatMap(choosable))
}

export const findCriterion = (set: CriteriaSet, code: string): Criterion | undefined => criteriaOf(set).find((criterion) => criterion.code === code)

/**
 * The criterion that another one hangs on ("Chỉ áp dụng khi có câu chuyện sản phẩm"): the first of its section, whose note says so.
 * It applies while that first one has points.
 */
export function conditionOf(set: CriteriaSet, code: string): Criterion | undefined {
  const section = set.parts.flatMap((part) => part.sections).find((candidate) => candidate.criteria.some((criterion) => criterion.code === code))
  const criterion = section?.criteria.find((candidate) => candidate.code === code)
  if (!section || !criterion?.notes?.some((note) => note.kind === 'appliesOnlyIf')) return undefined
  const [first] = choosable(section)
  return first?.code === code ? undefined : first
}

export function applies(set: CriteriaSet, choices: readonly Choice[], code: string): boolean {
  const condition = conditionOf(set, code)
  return condition === undefined || (choices.find((choice) => choice.criterion === condition.code)?.points ?? 0) > 0
}

export function partProgress(set: CriteriaSet, choices: readonly Choice[]): PartProgress[] {
  const answered = new Set(choices.map((choice) => choice.criterion))
  return set.parts.map((part) => {
    const criteria = part.sections
      .flatMap(choosable)
      .map((criterion) => criterion.code)
      .filter((code) => applies(set, choices, code))
    return { section: sectionOfPart[part.code], criteria, unanswered: criteria.filter((code) => !answered.has(code)) }
  })
}

/** What the producer picked: an option by its place, none of them (null), or nothing yet (absent). */
export type Pick = { criterion: string; optionIndex: number | null; reason: string }

export type PickRefusal =
  | { code: 'unknown-criterion'; criterion: string }
  | { code: 'unknown-option'; criterion: string; optionIndex: number }
  | { code: 'reason-too-long'; criterion: string; limit: number }

export const reasonLimit = 2000

/** Where no option carries 0 points, "none of these" can be said. */
export const hasNoneAnswer = (criterion: Criterion): boolean => criterion.options.every((option) => option.points > 0)

/** Turns picks into choices with their points, on top of earlier ones; a criterion that no longer applies loses its answer. */
export function applyPicks(
  set: CriteriaSet,
  earlier: readonly Choice[],
  picks: readonly Pick[],
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
