import type { ProvinceWords } from '@dacsan/modules/province'
import type { Language } from '../languages.ts'
import { say } from '../say.ts'
import { messages } from './index.ts'
import type { Messages } from './index.ts'

/** The sentences of a language with the province in place; what else they leave open stays open. */
export function provincialMessages(lang: Language, words: ProvinceWords): Messages {
  return fill(messages[lang], words) as Messages
}

type Tree = string | { readonly [key: string]: Tree }

function fill(tree: Tree, words: ProvinceWords): Tree {
  if (typeof tree === 'string') return say(tree, words)
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, fill(value, words)]))
}
