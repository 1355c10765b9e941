import type { Limit } from '@dacsan/platform/rate-limit'

/** What strangers with a link may do here from one address: nobody fills the disk with photos. Tries count before a file is read. */
export const limits = {
  tries: { bucket: 'return-try', most: 40, minutes: 60 },
} as const satisfies Record<string, Limit>
