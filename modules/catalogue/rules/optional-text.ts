import { z } from 'zod'

/** A text that may be left out: what is empty becomes null. */
export function optionalText(longest: number) {
  return z
    .string()
    .trim()
    .max(longest)
    .optional()
    .transform((text) => text || null)
}
