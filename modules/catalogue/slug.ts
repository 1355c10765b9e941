import { searchWords } from '@dacsan/vietnam'

/** The name as it stands in an address. @example slugOf('Dừa sáp sợi – VICOSAP') // 'dua-sap-soi-vicosap' */
export function slugOf(name: string): string {
  const ascii = searchWords(name)
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter(Boolean)
    .join('-')
  return ascii.slice(0, 80).replace(/-$/, '') || 'san-pham'
}

/** The first of `slug`, `slug-2`, `slug-3` … that is not taken. */
export function freeSlug(slug: string, taken: readonly string[]): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? slug : `${slug}-${number}`
    if (!taken.includes(candidate)) return candidate
  }
}
