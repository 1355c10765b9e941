import { missingFor, scoreSheets, scoredCriteria } from '@dacsan/scorecard'
import type { Band, MissingMinimum } from '@dacsan/scorecard'
import type { CriteriaSet } from '../../law/rules.ts'

export type Part = CriteriaSet['parts'][number]
export type CriteriaSection = Part['sections'][number]
export type Criterion = CriteriaSection['criteria'][number]

export const scoringSections = ['part-a', 'part-b', 'part-c'] as const
export type ScoringSection = (typeof scoringSections)[number]

/** The parts A, B, C of a set, in its own order. */
const letters = { 'part-a': 'A', 'part-b': 'B', 'part-c': 'C' } as const satisfies Record<ScoringSection, string>

/** An answer to one criterion. `optionIndex` null: none of the options is met, 0 points. */
export type Choice = { criterion: string; optionIndex: number | null; points: number; reason: string }

/** How far a part is: the criteria that apply, and those of them without an answer. */
export type PartProgress = { section: ScoringSection; criteria: readonly string[]; unanswered: readonly string[] }

export const partOfSection = (set: CriteriaSet, section: ScoringSection): Part => set.parts.find((part) => part.code === letters[section])!

/** Headings over criteria (6.1 over 6.1.1) have no options and are not chosen. */
export const choosable = (section: CriteriaSection): Criterion[] => section.criteria.filter((criterion) => criterion.options.length > 0)

export const findCriterion = (set: CriteriaSet, code: string) => scoredCriteria(set).find((criterion) => criterion.code === code)

/**
 * The criterion that another one hangs on ("Chỉ áp dụng khi có câu chuyện sản phẩm"): the first of its section, whose note says so.
 * It applies while that first one has points.
 */
export function conditionOf(set: CriteriaSet, code: string): Criterion | undefined {
  const section = set.parts
    .flatMap((part) => part.sections)
    .find((candidate) => candidate.criteria.some((criterion) => criterion.code === code))
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
  return scoringSections.map((section) => {
    const criteria = partOfSection(set, section)
      .sections.flatMap(choosable)
      .map((criterion) => criterion.code)
      .filter((code) => applies(set, choices, code))
    return { section, criteria, unanswered: criteria.filter((code) => !answered.has(code)) }
  })
}

/** For each part, its first section with something left to answer; the first of all when nothing is. */
export function firstOpenSections(set: CriteriaSet, choices: readonly Choice[]): Record<ScoringSection, string> {
  const answered = new Set(choices.map((choice) => choice.criterion))
  const isOpen = (section: CriteriaSection) => choosable(section).some(({ code }) => !answered.has(code) && applies(set, choices, code))
  const first = (part: ScoringSection) => {
    const { sections } = partOfSection(set, part)
    return (sections.find(isOpen) ?? sections[0])?.code ?? ''
  }
  return { 'part-a': first('part-a'), 'part-b': first('part-b'), 'part-c': first('part-c') }
}

/** Where no option carries 0 points, "none of these" can be said. */
export const hasNoneAnswer = (criterion: { options: readonly { points: number }[] }): boolean =>
  criterion.options.every((option) => option.points > 0)

/** What a self-assessment amounts to, and what the next star asks: points and minimums apart, for no total makes up for a minimum. */
export type SelfScore = {
  total: number
  parts: Record<'A' | 'B' | 'C', number>
  stars: number
  reachedByPoints: number
  /** The lowest level above the present one that is recognised; null when the highest is held. */
  next: { stars: number; from: number; pointsMissing: number; unmet: MissingMinimum[] } | null
}

/** Below three stars nothing is recognised, so three is the first goal. */
export function selfScore(set: CriteriaSet, bands: readonly Band[], recognisedFrom: number, choices: readonly Choice[]): SelfScore {
  const points = Object.fromEntries(choices.map((choice) => [choice.criterion, choice.points]))
  const score = scoreSheets(set, bands, [{ member: 'self', choices: points }])
  if (!score.ok) throw new Error(`stored choices do not fit ${set.code}: ${score.refusal.code}`)
  const { level, levelByPoints, parts, total } = score.value
  const goal = bands.filter((band) => band.level > level && band.level >= recognisedFrom).toSorted((a, b) => a.level - b.level)[0]
  return {
    total: total.numerator,
    parts: { A: parts.A!.numerator, B: parts.B!.numerator, C: parts.C!.numerator },
    stars: level,
    reachedByPoints: levelByPoints,
    next: goal === undefined ? null : { stars: goal.level, from: goal.min, ...wanting(set, bands, points, goal.level) },
  }
}

function wanting(set: CriteriaSet, bands: readonly Band[], points: Record<string, number>, level: number) {
  const missing = missingFor(set, bands, points, level)
  if (!missing.ok) throw new Error(`stored choices do not fit ${set.code}: ${missing.refusal.code}`)
  return { pointsMissing: missing.value.pointsMissing, unmet: missing.value.unmet }
}
