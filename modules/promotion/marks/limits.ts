import type { Limit } from '@dacsan/platform/rate-limit'

/** How many misuses one address may report. */
export const limits = { report: { bucket: 'mark-misuse', most: 5, minutes: 60 } } as const satisfies Record<string, Limit>
