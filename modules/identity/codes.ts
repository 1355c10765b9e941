/** A code of the second factor as it was meant: the six digits of the application, or the letters and digits of a backup code. */
export type ReadCode = { from: 'application'; code: string } | { from: 'paper'; code: string }

/**
 * Applications show `123 456`, and telephones paste characters that nobody sees or digits in full width: blanks, dashes and invisible
 * characters carry no meaning, and neither does the case of a backup code.
 *
 * @example readCode('１２３ 456\u200b') // { from: 'application', code: '123456' }
 */
export function readCode(typed: string): ReadCode {
  const code = typed
    .normalize('NFKC')
    .replaceAll(/[\p{Cf}\p{Cc}\p{Z}\p{Pd}\u2212]/gu, '')
    .toLowerCase()
  return /^\d{6}$/.test(code) ? { from: 'application', code } : { from: 'paper', code }
}
