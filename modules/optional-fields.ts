import { isGarbled, readLine } from '@dacsan/vietnam'
import { z } from 'zod'
import { garbledName, notADay, tooLong } from './field-words.ts'

/** A name as it is seen, in one line; what no keyboard of our days types is asked for again. */
export function nameText(longest: number) {
  return z
    .string()
    .transform(readLine)
    .pipe(
      z
        .string()
        .min(2)
        .max(longest, tooLong(longest))
        .refine((name) => !isGarbled(name), garbledName),
    )
}

/** A text of a form that may be left out or null: what is empty becomes null. */
export function optionalText(longest: number) {
  return z
    .string()
    .trim()
    .max(longest, tooLong(longest))
    .nullish()
    .transform((text) => text || null)
}

/** The same in one line as it is seen: marks of direction would show a name or an address in another order than it has. */
export function optionalLine(longest: number) {
  return optionalText(longest).transform((text) => (text === null ? null : readLine(text) || null))
}

/** A day of a form that may be left out or null: what is empty becomes null. */
export function optionalDay(message = notADay) {
  return z.preprocess((value) => (value === '' ? null : value), z.iso.date(message).nullable().default(null))
}
