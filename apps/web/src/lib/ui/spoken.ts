import { getContext, setContext } from 'svelte'
import type { Language } from '#lib/languages.ts'
import { sharedWords } from './words.ts'

const key = Symbol('language')

/** The components below speak this language; a function, for it changes with the page. */
export const speakBelow = (lang: () => Language): void => {
  setContext(key, lang)
}

/** In which language a component speaks: that of its page, and Vietnamese at every desk. */
export const languageHere = (): (() => Language) => getContext<(() => Language) | undefined>(key) ?? (() => 'vi')

/** What shared components say there; to be asked for when the component begins. */
export function wordsHere(): () => (typeof sharedWords)[Language] {
  const lang = languageHere()
  return () => sharedWords[lang()]
}
