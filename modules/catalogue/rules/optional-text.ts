import { z } from 'zod'

/** A text that may be left out or null: what is empty becomes null. */
export function optionalText(longest: number) {
  return z
    .string()
    .trim()
    .max(longest, `Dài quá ${longest} chữ, xin rút gọn.`)
    .nullish()
    .transform((text) => text || null)
}
