import type { Limit } from '@dacsan/platform/rate-limit'

/** How often one address may order (a fair, and a mobile carrier, is one address: shelves are guarded by their share), and how often it, and anybody, may look for an order by its code. */
export const limits = {
  orderCode: { bucket: 'order-code', most: 8, minutes: 15 },
  orderAddress: { bucket: 'order-address', most: 60, minutes: 15 },
  orderPlaced: { bucket: 'order-placed', most: 200, minutes: 15 },
} as const satisfies Record<string, Limit>
