import type { Limit } from '@dacsan/platform/rate-limit'

/** What one address may do: ask to come, and try codes of stamps (a bus of visitors shares one address). */
export const limits = {
  enquiry: { bucket: 'route-enquiry', most: 5, minutes: 60 },
  /** Whatever is behind so many addresses: one route is asked no more often. */
  route: { bucket: 'route-enquiries-of', most: 60, minutes: 60 * 24 },
  stamp: { bucket: 'route-stamp', most: 300, minutes: 10 },
} as const satisfies Record<string, Limit>
