/** A Vietnamese mobile number as carriers write it, 84 and nine digits, or null where it is none. */
export function mobileNumber(typed: string): string | null {
  const digits = typed.replace(/[\s.()-]/g, '').replace(/^(?:\+84|0084|84|0)/, '')
  return /^[35789]\d{8}$/.test(digits) ? `84${digits}` : null
}
