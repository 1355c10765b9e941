import type { Language } from '../languages.ts'
import { en } from './en.ts'
import { km } from './km.ts'
import { vi } from './vi.ts'
import type { Messages } from './vi.ts'

export type { Messages } from './vi.ts'

/** The sentences of the software; what a province says of itself stands in them as `{area}` and the like. */
export const messages: Record<Language, Messages> = { vi, en, km }
