import type { Language } from '../../../province/rules.ts'
import { vi } from './vi.ts'
import type { BuyerWords } from './vi.ts'

/** Words and the language they are in, by which numbers are written. */
export type Spoken = { lang: Language; words: BuyerWords }

export const inVietnamese: Spoken = { lang: 'vi', words: vi }
