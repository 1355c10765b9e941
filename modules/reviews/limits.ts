import type { Limit } from '@dacsan/platform/rate-limit'

/** What strangers may send here from one address. Tries with photos count before a file is read. */
export const limits = {
  tries: { bucket: 'review-try', most: 40, minutes: 60 },
  questions: { bucket: 'question', most: 8, minutes: 15 },
} as const satisfies Record<string, Limit>
