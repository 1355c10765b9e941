/**
 * A whole number as people in Việt Nam type it: digits, or groups of three kept apart by dots or spaces. Undefined for what is none: "1.5" is
 * not fifteen, "0.500" not five hundred, "1e3" not a thousand, and a comma would be a fraction. Whoever asks sets the bounds.
 *
 * @example readWholeNumber('1.250.000') // 1250000
 */
export function readWholeNumber(typed: string, { negative = false }: { negative?: boolean } = {}): number | undefined {
  const [, minus, digits] = /^(-?)(\d+|[1-9]\d{0,2}(?:[ ._\u00a0]\d{3})+)$/.exec(typed.trim()) ?? []
  if (digits === undefined || (minus === '-' && !negative)) return undefined
  const value = Number(digits.replaceAll(/\D/g, ''))
  return minus === '-' && value !== 0 ? -value : value
}
