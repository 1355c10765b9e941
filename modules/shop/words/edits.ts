import { say } from '../../say.ts'
import type { EditedField, PlatformNote } from '../rules.ts'
import { vi } from './buyer/vi.ts'
import type { BuyerWords } from './buyer/vi.ts'

/** What was changed of an order, in one line. */
export const sayEdited = (fields: readonly EditedField[], words: BuyerWords = vi): string =>
  fields.map((field) => words.edited[field]).join(', ')

/** What the platform wrote into the history of an order, or what a person did. */
export const sayNote = ({ said, note }: { said: PlatformNote | null; note: string | null }, words: BuyerWords = vi): string | undefined => {
  if (said === null) return note ?? undefined
  return said.code === 'lot-recalled' ? say(words.platformSays[said.code], said) : words.platformSays[said.code]
}
