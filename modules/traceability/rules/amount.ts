/** Quantities are whole thousandths of their unit, so that sums are exact: 1.25 kg is 1250. */
export type Thousandths = number

/** The most that a form takes: a million of a unit. */
export const mostAmount: Thousandths = 1_000_000_000

/**
 * A quantity as people type it, with a comma or a dot before the decimals; null for what is none. `1.250` is refused: one reads 1250 and another 1.25,
 * and a stock that is wrong by a thousand is worse than a question.
 */
export function readAmount(typed: string): Thousandths | null {
  const text = typed.trim().replaceAll(/\s/gu, '')
  if (!/^\d{1,7}([.,]\d{1,3})?$/u.test(text) || /\.\d{3}$/u.test(text)) return null
  const [whole = '', decimals = ''] = text.split(/[.,]/u)
  const amount = Number(whole) * 1000 + Number(decimals.padEnd(3, '0'))
  return amount <= mostAmount ? amount : null
}

/** As a field takes it: with a comma, and without marks between the thousands. */
export const writeAmount = (amount: Thousandths): string =>
  (amount / 1000).toLocaleString('vi', { maximumFractionDigits: 3, useGrouping: false })
