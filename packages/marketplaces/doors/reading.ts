import { done, refuse } from '@dacsan/decisions'
import type { DoorAnswer, DoorReading } from './door.ts'

export type Fields = Readonly<Record<string, unknown>>
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
export const listOf = (value: unknown): Fields[] => (Array.isArray(value) ? value.map(fieldsOf) : [])
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '')

/** A price as these answers write it: `85000`, `"85000.00"`; NaN where there is a part of a đồng. */
export function dongOf(value: unknown): number {
  const number = Number(textOf(value) || NaN)
  return Number.isSafeInteger(number) ? number : NaN
}
/** The day in Việt Nam of a moment in seconds. */
export const dayOf = (seconds: number): string => new Date(seconds * 1000 + 7 * 3_600_000).toISOString().slice(0, 10)
export const maskedOf = (text: string): string | null => (text.includes('*') && text.length <= 60 && !/\d{7}/.test(text) ? text : null)

export function readJson({ body }: DoorAnswer): Fields | null {
  try {
    return fieldsOf(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)))
  } catch {
    return null
  }
}

type Said = { code: string; message: string }
/** What an answer says beside its data; each marketplace has other codes for the same. */
export function judge(answer: DoorAnswer, said: Said | null, codes: { token: RegExp; busy: RegExp; missing: RegExp }): DoorReading<null> {
  if (answer.status === 429 || answer.status >= 500) return refuse('busy')
  if (said === null) return refuse('unreadable')
  if (said.code === '' || said.code === '0') return done(null)
  if (codes.token.test(said.code)) return refuse('token-refused')
  if (codes.busy.test(said.code)) return refuse('busy')
  if (codes.missing.test(said.code)) return refuse('not-found')
  return refuse('refused', { says: (said.message || said.code).slice(0, 300) })
}
