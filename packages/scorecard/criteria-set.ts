/** One answer to a criterion. `minimumFor` marks it as the least that a level accepts; `correction` says what was mended after the source's copy, and why. */
export type Option = { points: number; label: string; minimumFor?: number; branch?: string; correction?: string }

/** A remark of the source, by what it asks for. */
export type Note = { kind: 'requirement' | 'eliminate' | 'stop' | 'appliesOnlyIf' | 'note'; text: string }

/** A question with its options; a composite one has none and is answered by the criteria that name it as their parent. */
export type Criterion = {
  code: string
  name: string
  en?: string
  max: number
  options: readonly Option[]
  composite?: boolean
  parent?: string
  branches?: readonly { code: string; label: string }[]
  hint?: string
  notes?: readonly Note[]
  correction?: string
}

export type Section = {
  code: string
  name: string
  en?: string
  max: number
  criteria: readonly Criterion[]
  hint?: string
  notes?: readonly Note[]
  correction?: string
}
export type Part = { code: string; name: string; max: number; sections: readonly Section[] }

/** A scorecard: parts → sections → criteria → options. */
export type CriteriaSet = {
  code: string
  name: string
  parts: readonly Part[]
  /** The minimums once more, as the source lists them: `{ '3star': [{ criterion, points }] }`, the level first in the key. */
  conditions?: Readonly<Record<string, readonly { criterion: string; points: number }[]>>
}

/** The least total that reaches a level. */
export type Band = { level: number; min: number }

/** To hold `level`, the criterion must have at least `required` points. */
export type Minimum = { level: number; criterion: string; required: number }

const criteriaOf = (part: Part): Criterion[] => part.sections.flatMap((section) => section.criteria)

/**
 * The criteria that are answered, in the order of the set: those that have options.
 *
 * @example scoredCriteria(set).map((criterion) => criterion.code).slice(0, 2) // ['1.1', '1.2']
 */
export function scoredCriteria(set: CriteriaSet, part?: Part): Criterion[] {
  const all = part === undefined ? set.parts.flatMap(criteriaOf) : criteriaOf(part)
  return all.filter((criterion) => criterion.options.length > 0)
}

/**
 * Every marked option as a requirement, by level and then in the order of the set.
 *
 * @example minimums(set)[0] // { level: 3, criterion: '2.2', required: 2 }
 */
export function minimums(set: CriteriaSet): Minimum[] {
  return scoredCriteria(set)
    .flatMap(({ code, options }) =>
      options.flatMap(({ points, minimumFor }) =>
        minimumFor === undefined ? [] : [{ level: minimumFor, criterion: code, required: points }],
      ),
    )
    .toSorted((a, b) => a.level - b.level)
}
