import type { Language } from '../../say.ts'
import { say } from '../../say.ts'
import type { AskRefusal, ConsentRefusal, RequestRefusal } from '../rules.ts'
import { en } from './buyer/en.ts'
import { km } from './buyer/km.ts'
import { vi } from './buyer/vi.ts'
import type { OwnDataWords } from './buyer/vi.ts'

/** What whoever bought reads of the own data, in the language in which they came. */
export const spokenData: Readonly<Record<Language, OwnDataWords>> = { vi, en, km }

/** Why it did not work, in the language of whoever asked. */
export function sayDataRefusal(lang: Language, refusal: AskRefusal | ConsentRefusal | RequestRefusal): string {
  const { refusal: words } = spokenData[lang]
  const sentence = Object.hasOwn(words, refusal.code) ? words[refusal.code as keyof typeof words] : words.other
  return say(sentence, 'request' in refusal ? { request: refusal.request } : {})
}

const fieldKeys = Object.keys(vi.input) as (keyof OwnDataWords['input'])[]

/** What a form said of a field, in the language of its reader. */
export function sayDataField(lang: Language, sentence: string): string {
  if (lang === 'vi') return sentence
  const key = fieldKeys.find((name) => vi.input[name] === sentence)
  return spokenData[lang].input[key ?? 'other']
}
