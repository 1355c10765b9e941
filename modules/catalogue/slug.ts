import { searchWords } from '@dacsan/vietnam'

/** The name as it stands in an address. @example slugOf('Dừa sáp sợi – VICOSAP') // 'dua-sap-soi-vicosap' */
export function slugOf(name: string): string {
  const ascii = searchWords(name)
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter(Boolean)
    .join('-')
  return ascii.slice(0, 80).replace(/-$/, '') || 'san-pham'
}

/** The first of `slug`, `slug-2`, `slug-3` … that is not taken, from a number on. */
export function freeSlug(slug: string, taken: ReadonlySet<string>, from = 1): { slug: string; number: number } {
  for (let number = from; ; number++) {
    const candidate = number === 1 ? slug : `${slug}-${number}`
    if (!taken.has(candidate)) return { slug: candidate, number }
  }
}
