import type { FilingChanges } from '../../dossiers/rules.ts'

/** Why the advisory group may want to see the place again, before a re-evaluation is judged by its papers alone. */
export type VisitReason = 'materials' | 'process' | 'place' | 'papers'

/** What of a dossier says where and from what a product is made, by the field of its form. */
const reasonOf: Readonly<Record<string, VisitReason>> = {
  'business.materials': 'materials',
  'business.linkage': 'materials',
  'business.process': 'process',
  'producer.address': 'place',
}

/**
 * Quyết định 26/2026/QĐ-TTg, Điều 7 khoản 6: a place is visited again where much changed or evidence is unclear. What changed since the last
 * cycle is seen; how much it is, the adviser judges. A paper that was replaced or taken out counts, one more paper does not.
 */
export function visitReasons(changes: Pick<FilingChanges, 'answers' | 'papers'> | null): VisitReason[] {
  if (changes === null) return []
  const { answers, papers } = changes
  const found = answers.flatMap(({ section, field }) => reasonOf[`${section}.${field}`] ?? [])
  const replaced = papers.some(({ change }) => change === 'other-file' || change === 'removed')
  return [...new Set([...found, ...(replaced ? ['papers' as const] : [])])]
}
