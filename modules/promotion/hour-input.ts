import { z } from 'zod'

/** `2026-12-20T16:30` as a browser sends it: an hour in Vietnam. */
export const hourInput = (says: string) =>
  z
    .string(says)
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, says)
    .transform((typed, check) => {
      const at = new Date(`${typed}:00+07:00`)
      if (!Number.isNaN(at.getTime())) return at
      check.addIssue({ code: 'custom', message: says })
      return z.NEVER
    })
