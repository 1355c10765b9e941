/** What stands in a text without being seen: soft hyphens, zero-width signs, byte order marks, marks of direction, variation selectors. */
const invisible = /\p{Cf}|\p{Variation_Selector}|\u034f/gu
/** The same without the zero-width space and joiners, with which Khmer parts its words and shapes its letters. */
const invisibleInKhmer = /(?![\u200b-\u200d])(?:\p{Cf}|\p{Variation_Selector}|\u034f)/gu
/** Every sign that people read as a dash; the list of Unicode and the minus. */
const dashes = /[\p{Pd}\u2212\u2043\u02d7]/gu

/**
 * One line of text as it is seen: composed, without invisible signs, every run of blanks one space. Khmer keeps the zero-width space that parts
 * its words, and no mark of direction.
 *
 * @example readLine('Dừa\u00a0sáp\u200b ') // 'Dừa sáp'
 */
export function readLine(text: string): string {
  const seen = text.replaceAll(/\p{Script=Khmer}/u.test(text) ? invisibleInKhmer : invisible, '')
  return seen.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
}

/**
 * A code or a number as it is seen, wherever it was copied from: full-width signs as plain ones, every dash as a hyphen without blanks round it,
 * the letters that look like Đ as Đ, without invisible signs, without the "Số:" that is printed before it and the full stop behind it.
 *
 * @example readCode('Số: 9001–86 – 29308.') // '9001-86-29308'
 */
export function readCode(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(invisible, '')
    .replaceAll(dashes, '-')
    .replaceAll(/[ðɖ]/g, 'đ')
    .replaceAll(/[ÐƉ]/g, 'Đ')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/ ?([-/]) ?/g, '$1')
    .trim()
    .replace(/^số\s*:?\s*(?=[\p{L}\p{N}])/iu, '')
    .replace(/[\s.,;:]+$/u, '')
}

/**
 * A Vietnamese telephone number, however it was typed, as its digits from 0; undefined for what is none. Mobile numbers (03, 05, 07, 08, 09) have
 * ten digits since 14 November 2018; fixed lines (02) have eleven, older listings of them ten.
 *
 * @example readPhone('+84 (0)912 345 678') // '0912345678'
 */
export function readPhone(text: string): string | undefined {
  const signs = readCode(text).replaceAll(/[\s.\-()]/g, '')
  const digits = signs.replace(/^(?:\+84|0084)0?/, '0')
  return /^0(?:[35789]\d{8}|2\d{8,9})$/.test(digits) ? digits : undefined
}
