declare const dongBrand: unique symbol

/** Whole Vietnamese đồng. The currency has no smaller unit in use, so a fraction is always a mistake. */
export type Dong = number & { readonly [dongBrand]: true }

/**
 * Takes a number as đồng.
 *
 * @throws RangeError unless it is a whole number between −(2^53−1) and 2^53−1.
 * @example dong(120_000) + dong(5_000) // 125000
 */
export function dong(amount: number): Dong {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not a whole number of đồng`)
  return (amount === 0 ? 0 : amount) as Dong
}

/**
 * An amount as a Vietnamese reader expects it, on one line (no-break space before the sign).
 *
 * @example formatDong(dong(1_250_000)) // '1.250.000\u00a0₫'
 */
export function formatDong(amount: Dong): string {
  const digits = Math.abs(amount)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, '.')
  return `${amount < 0 ? '−' : ''}${digits}\u00a0₫`
}

/**
 * An amount as it was typed, without the currency behind it.
 *
 * @example withoutCurrency('1.250.000 đồng') // '1.250.000'
 */
export const withoutCurrency = (typed: string): string => typed.replace(/\s*(đồng|đ|₫|vnđ|vnd)$/iu, '')

const digitNames = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
const groupNames = ['', 'nghìn', 'triệu'] as const

/** Two digits after a hundred or a bigger group: there a lone unit is announced by "linh". */
function readTens(tens: number, units: number, announced: boolean): string[] {
  if (tens === 0) return units === 0 ? [] : announced ? ['linh', digitNames[units]!] : [digitNames[units]!]
  const words = tens === 1 ? ['mười'] : [digitNames[tens]!, 'mươi']
  if (units === 0) return words
  if (units === 5) return [...words, 'lăm']
  if (tens > 1 && units === 1) return [...words, 'mốt']
  if (tens > 1 && units === 4) return [...words, 'tư']
  return [...words, digitNames[units]!]
}

function readGroup(group: number, first: boolean): string[] {
  const hundreds = Math.floor(group / 100)
  const spoken = hundreds > 0 || !first
  const words = spoken ? [digitNames[hundreds]!, 'trăm'] : []
  return [...words, ...readTens(Math.floor((group % 100) / 10), group % 10, spoken)]
}

function readWhole(amount: number): string[] {
  const billions = Math.floor(amount / 1e9)
  const words = billions > 0 ? [...readWhole(billions), 'tỷ'] : []
  for (const power of [2, 1, 0] as const) {
    const group = Math.floor(amount / 1000 ** power) % 1000
    if (group > 0) words.push(...readGroup(group, words.length === 0), groupNames[power])
  }
  return words.filter(Boolean)
}

/**
 * A whole amount in words, small letters, without its currency; groups within are read in full.
 *
 * @throws RangeError for less than nothing.
 * @example readAmount(dong(1_005_000)) // 'một triệu không trăm linh năm nghìn'
 */
export function readAmount(amount: Dong): string {
  if (amount < 0) throw new RangeError(`${amount} is less than nothing`)
  return amount === 0 ? digitNames[0] : readWhole(amount).join(' ')
}

/**
 * An amount in words for an official paper, read as the national primary-school textbooks teach
 * (mười lăm, hai mươi mốt, hai mươi tư, một trăm linh năm).
 *
 * @example readDong(dong(1_005_021)) // 'Một triệu không trăm linh năm nghìn không trăm hai mươi mốt đồng'
 */
export function readDong(amount: Dong): string {
  const sentence = `${amount < 0 ? 'âm ' : ''}${readAmount(dong(Math.abs(amount)))} đồng`
  return sentence[0]!.toUpperCase() + sentence.slice(1)
}
