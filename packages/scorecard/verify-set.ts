import { minimums } from './criteria-set.ts'
import type { CriteriaSet, Criterion } from './criteria-set.ts'

/** What does not add up in a criteria set, and where. */
export type SetFault =
  | { code: 'repeated-criterion'; at: string }
  | { code: 'unanswerable-criterion'; at: string }
  | { code: 'wrong-sum'; at: string; stated: number; found: number }
  | { code: 'conditions-differ'; at: string }

const sum = (values: readonly { max: number }[]) => values.reduce((total, value) => total + value.max, 0)

/**
 * Checks a criteria set against itself: best option = criterion, criteria = section, sections = part, children = composite,
 * codes once, and the listed conditions = the marks on the options. A sound set gives an empty list.
 *
 * @example verifySet(set) // []
 */
export function verifySet(set: CriteriaSet): SetFault[] {
  const faults: SetFault[] = []
  const expectSum = (at: string, stated: number, found: number) => {
    if (stated !== found) faults.push({ code: 'wrong-sum', at, stated, found })
  }
  const verifyCriterion = (criterion: Criterion, children: readonly Criterion[]) => {
    const { code, max, options } = criterion
    if (criterion.composite ? options.length > 0 || children.length === 0 : options.length === 0) {
      faults.push({ code: 'unanswerable-criterion', at: code })
      return
    }
    expectSum(code, max, criterion.composite ? sum(children) : Math.max(...options.map((option) => option.points)))
  }

  const seen = new Set<string>()
  for (const part of set.parts) {
    expectSum(part.code, part.max, sum(part.sections))
    for (const section of part.sections) {
      expectSum(`${part.code} ${section.code}`, section.max, sum(section.criteria.filter((criterion) => criterion.parent === undefined)))
      for (const criterion of section.criteria) {
        if (seen.has(criterion.code)) faults.push({ code: 'repeated-criterion', at: criterion.code })
        seen.add(criterion.code)
        verifyCriterion(
          criterion,
          section.criteria.filter((child) => child.parent === criterion.code),
        )
      }
    }
  }
  return [...faults, ...verifyConditions(set)]
}

function verifyConditions(set: CriteriaSet): SetFault[] {
  if (set.conditions === undefined) return []
  const marked = minimums(set).map(({ level, criterion, required }) => `${level} ${criterion} ${required}`)
  const listed = Object.entries(set.conditions).flatMap(([key, rows]) =>
    rows.map(({ criterion, points }) => `${Number.parseInt(key, 10)} ${criterion} ${points}`),
  )
  const onlyOnce = [...marked.filter((row) => !listed.includes(row)), ...listed.filter((row) => !marked.includes(row))]
  return onlyOnce.map((at) => ({ code: 'conditions-differ' as const, at }))
}
