import type { Dong } from '@dacsan/vietnam'
import type { Language } from './province/rules.ts'

export type { Language } from './province/rules.ts'

const locales: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB', km: 'km-KH' }

/** A message with its values in place: `say('{n} sao', { n: 4 })` → `4 sao`. A value that the message does not name is left out. */
export function say(message: string, values: Record<string, string | number>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole))
}

// Made once: it costs more than all that it will ever format.
const numbers = new Map<Language, Intl.NumberFormat>()

/** A whole number as the language groups it, in Latin digits everywhere: labels and papers print those. */
export function sayNumber(lang: Language, value: number): string {
  const known = numbers.get(lang)
  const format = known ?? new Intl.NumberFormat(`${locales[lang]}-u-nu-latn`)
  if (!known) numbers.set(lang, format)
  return format.format(value)
}

/** An amount as the language groups it, with the sign of the currency behind it: nobody takes đồng for another money. */
export const sayDong = (lang: Language, amount: Dong): string => `${sayNumber(lang, amount)}\u00a0₫`

const kilogramsIn: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB', km: 'km-KH-u-nu-latn' }

/** A weight in kilograms as the language writes it, to the gram. */
export const sayKilograms = (grams: number, lang: Language): string =>
  (grams / 1000).toLocaleString(kilogramsIn[lang], { maximumFractionDigits: 3 })

/** Between which weights a piece is, in kilograms. */
export const sayRange = ({ leastGrams, mostGrams }: { leastGrams: number; mostGrams: number }, lang: Language): string =>
  leastGrams === mostGrams ? sayKilograms(leastGrams, lang) : `${sayKilograms(leastGrams, lang)}–${sayKilograms(mostGrams, lang)}`
