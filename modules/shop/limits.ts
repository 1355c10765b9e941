import type { Limit } from '@dacsan/platform/rate-limit'

/**
 * How often one address may order (a fair, and a mobile carrier, is one address: shelves are guarded by their share), and how often it may look for orders
 * and for one order by its code. All addresses together have so many tries at one code that nobody closes it for its buyer from a few of them, and that the
 * numbers of a province's telephones are not tried within the life of an order.
 */
export const limits = {
  orderCode: { bucket: 'order-code', most: 8, minutes: 15 },
  orderCodeAnywhere: { bucket: 'order-code-anywhere', most: 200, minutes: 15 },
  orderAddress: { bucket: 'order-address', most: 60, minutes: 15 },
  agreedCode: { bucket: 'agreed-code', most: 8, minutes: 15 },
  agreedCodeAnywhere: { bucket: 'agreed-code-anywhere', most: 40, minutes: 15 },
  agreedAddress: { bucket: 'agreed-address', most: 60, minutes: 15 },
  orderPlaced: { bucket: 'order-placed', most: 200, minutes: 15 },
} as const satisfies Record<string, Limit>
