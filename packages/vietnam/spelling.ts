import { readLine } from './read-code.ts'

/** The five written tones of Vietnamese, as combining marks. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

/**
 * The spelling of a name with everything left out that two people write differently and mean the same by: capitals, dashes and blanks, the place
 * of the tone mark, letters that look like đ. Accents stay: a coconut is no pineapple.
 *
 * @example spellingOf('Kẹo dừa – Hoà Thuận') === spellingOf('kẹo  dừa Hòa Thuận') // true
 */
export function spellingOf(name: string): string {
  return readLine(name)
    .toLowerCase()
    .replaceAll(/[ðɖ]/g, 'đ')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => {
      const letters = word.normalize('NFD')
      return letters.replaceAll(tones, '') + (letters.match(tones) ?? []).join('')
    })
    .join(' ')
}
