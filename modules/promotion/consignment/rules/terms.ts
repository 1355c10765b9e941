import type { PlainDate } from '@dacsan/vietnam'

type Dated = { version: number; validFrom: PlainDate; validTo: PlainDate | null; agreedAt: Date | null }

/** The version of a contract that holds on a day: of those that both agreed to and that cover it, the latest. */
export function termsOn<T extends Dated>(all: readonly T[], day: PlainDate): T | null {
  const covering = all.filter(
    ({ validFrom, validTo, agreedAt }) => agreedAt !== null && validFrom <= day && (validTo === null || day <= validTo),
  )
  return covering.toSorted((a, b) => b.version - a.version)[0] ?? null
}

/** The symbol of a note (Thông tư 91/2026/TT-BTC): 6 for notes of goods, K without a code of the tax office, the year, the letter, two of one's own. */
export const formSymbolOf = (letter: 'B' | 'N', day: PlainDate): string => `6K${day.slice(2, 4)}${letter}AB`
