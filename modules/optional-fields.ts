import { z } from 'zod'
import { notADay, tooLong } from './field-words.ts'

/** A text of a form that may be left out or null: what is empty becomes null. */
export function optionalText(longest: number) {
  return z
    .string()
    .trim()
    .max(longest, tooLong(longest))
    .nullish()
    .transform((text) => text || null)
}

/** A day of a form that may be left out or null: what is empty becomes null. */
export function optionalDay(message = notADay) {
  return z.preprocess((value) => (value === '' ? null : value), z.iso.date(message).nullable().default(null))
}
