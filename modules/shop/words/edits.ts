import type { EditedField } from '../rules.ts'
import { vi } from './buyer/vi.ts'
import type { BuyerWords } from './buyer/vi.ts'

/** What was changed of an order, in one line. */
export const sayEdited = (fields: readonly EditedField[], words: BuyerWords = vi): string =>
  fields.map((field) => words.edited[field]).join(', ')
