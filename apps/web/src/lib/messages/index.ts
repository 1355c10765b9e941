import type { Language } from '../languages.ts'
import { en } from './en.ts'
import { km } from './km.ts'
import { vi } from './vi.ts'

export type Messages = typeof vi

export const messages: Record<Language, Messages> = { vi, en, km }
