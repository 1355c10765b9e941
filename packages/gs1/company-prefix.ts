/** Keys that begin like this have a company prefix of so many digits. A row of 0 says that no prefix there was given out. */
export type CompanyPrefixRow = { prefix: string; length: number }

/**
 * Makes the function that {@link digitalLinkToEpc} asks, from a table such as GS1 publishes (`gcpprefixformatlist`). The longest row that fits counts.
 * The table is yours to bring: none is built in, since it changes and a wrong length makes a wrong EPC.
 *
 * @example companyPrefixLengths([{ prefix: '893', length: 8 }, { prefix: '893850', length: 9 }])('8938501234568') // 9
 * @example companyPrefixLengths([{ prefix: '893', length: 8 }])('5012345678900') // undefined
 */
export function companyPrefixLengths(rows: readonly CompanyPrefixRow[]): (digits: string) => number | undefined {
  const lengths = new Map(rows.map(({ prefix, length }) => [prefix, length]))
  const longest = Math.max(0, ...rows.map(({ prefix }) => prefix.length))
  return (digits) => {
    for (let size = Math.min(longest, digits.length); size > 0; size -= 1) {
      const length = lengths.get(digits.slice(0, size))
      if (length !== undefined) return length === 0 ? undefined : length
    }
    return undefined
  }
}
