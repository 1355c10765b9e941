import type { Limit } from '@dacsan/platform/rate-limit'

/** What strangers may do here from one address; a market or a commune office shares one. Tries count before a file is read. */
export const limits = {
  tries: { bucket: 'joining-try', most: 40, minutes: 60 },
  filed: { bucket: 'joining-filed', most: 12, minutes: 60 },
  lookUps: { bucket: 'joining-look-up', most: 30, minutes: 15 },
  lookUpsOfOne: { bucket: 'joining-look-up-code', most: 8, minutes: 15 },
} as const satisfies Record<string, Limit>
