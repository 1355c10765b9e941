/** Sorts parts and writes them one after the other. */
export type JoinSorted = (parts: string[]) => string

/** By UTF-16 units, as JavaScript sorts: the same as by code points where no part holds a surrogate. @example joinSorted(['b', 'a']) // 'ab' */
export const joinSorted: JoinSorted = (parts) => (parts.length > 1 ? parts.toSorted().join('') : (parts[0] ?? ''))

/** By code points, as UTF-8 and so the standard sorts: an emoji comes after U+E000. @example joinByCodePoints(['\u{1F965}', '\uE000']) // '\uE000\u{1F965}' */
export const joinByCodePoints: JoinSorted = (parts) => parts.toSorted(compareCodePoints).join('')

/** Orders texts by their code points. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at += 1) {
    const [left, right] = [a.charCodeAt(at), b.charCodeAt(at)]
    if (left === right) continue
    const astral = (unit: number) => unit >= 0xd800 && unit <= 0xdfff
    return astral(left) === astral(right) ? left - right : astral(left) ? 1 : -1
  }
  return a.length - b.length
}
