import type { Limit } from '@dacsan/platform/rate-limit'

/** How many doubts one address may report. */
export const limits = { doubt: { bucket: 'doubt', most: 8, minutes: 15 } } as const satisfies Record<string, Limit>
