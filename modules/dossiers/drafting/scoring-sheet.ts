import { applies, askedAt, choosable, conditionOf, hasNoneAnswer } from '../rules.ts'
import type { ChoiceView, CriteriaSection, Criterion, Part } from '../rules.ts'
import { nameOfRow } from '../words.ts'
import type { Draft } from './find-draft.ts'
import type { EvidenceId } from '../rules/ids.ts'

/** A criterion as its producer answers it. */
export type ScoredCriterion = {
  criterion: Criterion
  /** Whether "none of these" can be said. */
  none: boolean
  applies: boolean
  /** The criterion that this one hangs on. */
  dependsOn: string | null
  choice: ChoiceView | null
  papers: { id: EvidenceId; title: string }[]
  /** The names of the rows of papers that usually speak for it. */
  usual: string[]
  /** What the open request asks here. */
  asked: string[]
}

/** One section of the self-scoring with its criteria, among all sections; undefined where the set has none of this code. */
export type ScoringSheet = {
  part: Part
  section: CriteriaSection
  criteria: ScoredCriterion[]
  /** All sections in their order, each with the number of criteria without an answer. */
  sections: { code: string; name: string; part: string; left: number }[]
  previous: string | null
  next: string | null
}

export function scoringSheet(
  { dossier, set, papers }: Pick<Draft, 'dossier' | 'set' | 'papers'>,
  sectionCode: string,
): ScoringSheet | undefined {
  const sections = set.parts.flatMap((part) => part.sections.map((section) => ({ part, section })))
  const index = sections.findIndex(({ section }) => section.code === sectionCode)
  const found = sections[index]
  if (!found) return undefined
  const chosen = new Map(dossier.choices.map((choice) => [choice.criterion, choice]))
  const isApplied = (criterion: Criterion) => applies(set, dossier.choices, criterion.code)
  return {
    ...found,
    criteria: choosable(found.section).map((criterion) => ({
      criterion,
      none: hasNoneAnswer(criterion),
      applies: isApplied(criterion),
      dependsOn: conditionOf(set, criterion.code)?.code ?? null,
      choice: chosen.get(criterion.code) ?? null,
      papers: dossier.evidence.filter((paper) => paper.criteria.includes(criterion.code)).map(({ id, title }) => ({ id, title })),
      usual: (papers.usual[criterion.code] ?? []).map((row) => nameOfRow(papers.rows, row)),
      asked: askedAt(dossier.asked.producer, `criterion:${criterion.code}`),
    })),
    sections: sections.map(({ section, part }) => ({
      code: section.code,
      name: section.name,
      part: part.code,
      left: choosable(section).filter((criterion) => isApplied(criterion) && !chosen.has(criterion.code)).length,
    })),
    previous: sections[index - 1]?.section.code ?? null,
    next: sections[index + 1]?.section.code ?? null,
  }
}
