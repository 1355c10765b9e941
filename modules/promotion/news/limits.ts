import type { Limit } from '@dacsan/platform/rate-limit'

/** How many corrections one address may ask for. */
export const limits = { request: { bucket: 'news-request', most: 5, minutes: 60 } } as const satisfies Record<string, Limit>
