import type { Language } from '../../say.ts'
import { en } from './buyer/en.ts'
import { km } from './buyer/km.ts'
import { vi } from './buyer/vi.ts'
import type { ReturnWords } from './buyer/vi.ts'

/** What a buyer reads of returns, in the language in which the buyer came. */
export const spokenReturns: Readonly<Record<Language, ReturnWords>> = { vi, en, km }

/** Why goods go back: a reason that the province adds later stands in the words of its rule. */
export const sayReason = (lang: Language, { key, says }: { key: string; says: string }): string =>
  lang === 'vi' || !Object.hasOwn(vi.reasons, key) ? says : spokenReturns[lang].reasons[key as keyof ReturnWords['reasons']]

const fieldKeys = Object.keys(vi.input) as (keyof ReturnWords['input'])[]

/** What a form said of a field, in the language of its reader. */
export function sayReturnField(lang: Language, sentence: string): string {
  if (lang === 'vi') return sentence
  const key = fieldKeys.find((name) => vi.input[name] === sentence)
  return spokenReturns[lang].input[key ?? 'other']
}
