import type { Language } from '../../../province/rules.ts'
import { vi } from './vi.ts'
import type { BuyerWords } from './vi.ts'

/** Words and the language they are in, by which numbers are written. */
export type Spoken = { lang: Language; words: BuyerWords }

export const inVietnamese: Spoken = { lang: 'vi', words: vi }

const kilogramsIn = { vi: 'vi-VN', en: 'en-GB', km: 'km-KH-u-nu-latn' } as const satisfies Record<Language, string>

/** A weight in kilograms as the language writes it. */
export const sayKilograms = (grams: number, lang: Language): string => (grams / 1000).toLocaleString(kilogramsIn[lang])
