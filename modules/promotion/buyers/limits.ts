import type { Limit } from '@dacsan/platform/rate-limit'

/** How many enquiries come from one address, and how often somebody tries what its code opens. */
export const limits = {
  ask: { bucket: 'buyer-enquiry', most: 6, minutes: 60 },
  confirm: { bucket: 'buyer-confirm', most: 30, minutes: 60 },
} as const satisfies Record<string, Limit>
