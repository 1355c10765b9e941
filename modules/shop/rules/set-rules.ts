import type { ListingId } from './ids.ts'

/** What the law asks of whoever sells products of some sets of criteria. */
export type SetRule = {
  /** Codes of sets, as the criteria name them. */
  sets: readonly string[]
  /** The words that stand with the product and with the order. */
  warning: string
  /** Nobody younger orders; null where the law names no age. */
  leastAge: number | null
  /** It is not paid for in cash. */
  cashless: boolean
}

/** The rule of a product by its set; null where the law asks nothing beside. */
export const setRuleOf = (rules: readonly SetRule[], setCode: string): SetRule | null =>
  rules.find(({ sets }) => sets.includes(setCode)) ?? null

/** The age that has to be confirmed before any of these is ordered: that of the strictest; null where none asks. */
export function leastAgeOf(rules: readonly (SetRule | null)[]): number | null {
  const ages = rules.flatMap((rule) => rule?.leastAge ?? [])
  return ages.length > 0 ? Math.max(...ages) : null
}

/** Each warning once. */
export const warningsOf = (rules: readonly (SetRule | null)[]): string[] => [...new Set(rules.flatMap((rule) => rule?.warning ?? []))]

/** What nobody may order who has confirmed no more than this age. */
export function forbiddenAt<Line extends { listingId: ListingId; rule: SetRule | null; box: readonly { rule: SetRule | null }[] | null }>(
  lines: readonly Line[],
  confirmedAge: number,
): Line[] {
  return lines.filter(({ rule, box }) => (leastAgeOf([rule, ...(box ?? []).map((part) => part.rule)]) ?? 0) > confirmedAge)
}

/** Whether anything of it may not be paid in cash. */
export const isCashless = (of: readonly { rule: SetRule | null }[]): boolean => of.some(({ rule }) => rule?.cashless === true)
