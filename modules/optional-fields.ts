import { z } from 'zod'

/** A text of a form that may be left out or null: what is empty becomes null. */
export function optionalText(longest: number) {
  return z
    .string()
    .trim()
    .max(longest, `Dài quá ${longest} chữ, xin rút gọn.`)
    .nullish()
    .transform((text) => text || null)
}

/** A day of a form that may be left out or null: what is empty becomes null. */
export function optionalDay(message = 'Hãy chọn một ngày có thật.') {
  return z.preprocess((value) => (value === '' ? null : value), z.iso.date(message).nullable().default(null))
}
