import type { Language } from '../../province/rules.ts'
import { en } from './buyer/en.ts'
import { km } from './buyer/km.ts'
import { vi } from './buyer/vi.ts'
import type { Spoken } from './buyer/spoken.ts'
import type { BuyerWords } from './buyer/vi.ts'

/** What the buyer's pages say, in the language in which the buyer came. Desks take the Vietnamese alone: their scripts carry no other. */
export const buyerWords: Readonly<Record<Language, BuyerWords>> = { vi, en, km }

/** The words of a language with the form of its numbers. */
export const spokenIn = (lang: Language): Spoken => ({ lang, words: buyerWords[lang] })

const fieldKeys = Object.keys(vi.input) as (keyof BuyerWords['input'])[]

/** What a form said of a field, in the language of its reader: whatever has no sentence there is told in a general one. */
export function sayField(lang: Language, sentence: string): string {
  if (lang === 'vi') return sentence
  const key = fieldKeys.find((name) => vi.input[name] === sentence)
  return buyerWords[lang].input[key ?? 'other']
}
