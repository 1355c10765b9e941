import type { CriteriaSet } from '@dacsan/scorecard'

/** In the address: the whole sheet; one criterion at a time, from the first without a mark; the step after the last criterion. */
export const [wholeSheet, oneByOne, handIn] = ['tat-ca', 'tung', 'nop'] as const

/** Where a browser keeps how its member looks at sheets; it says nothing of a mark. */
export const viewCookie = 'phieu-cham'
export const viewOf = (step: string): string => (step === wholeSheet ? wholeSheet : oneByOne)

export type PartSum = { code: string; marked: number; criteria: number; points: number; max: number }

type Points = Readonly<Partial<Record<string, number>>>

/** What each part has so far: `points` holds the criteria that are marked. */
export function partSums(set: CriteriaSet, points: Points): PartSum[] {
  return set.parts.map(({ code, max, sections }) => {
    const criteria = sections.flatMap((section) => section.criteria.filter(({ options }) => options.length > 0))
    const given = criteria.flatMap((criterion) => points[criterion.code] ?? [])
    return { code, marked: given.length, criteria: criteria.length, points: given.reduce((sum, one) => sum + one, 0), max }
  })
}

/** Where a member stands who looks at one criterion at a time; null for the whole sheet. An unknown step is the first that has no mark. */
export function stepOf(asked: string | null, codes: readonly string[], isMarked: (code: string) => boolean): string | null {
  if (asked === null || asked === wholeSheet) return null
  return asked === handIn || codes.includes(asked) ? asked : (codes.find((code) => !isMarked(code)) ?? handIn)
}

/** The steps beside one, in the official order. */
export function besideStep(step: string, codes: readonly string[]): { previous: string | null; next: string | null } {
  const steps = [...codes, handIn]
  const at = steps.indexOf(step)
  return { previous: steps[at - 1] ?? null, next: steps[at + 1] ?? null }
}
