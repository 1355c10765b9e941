export * from './rules/order-queue.ts'
export * from './rules/listing.ts'
export * from './rules/lots.ts'
export * from './rules/order.ts'
export * from './rules/placement.ts'
export * from './rules/seller.ts'
export * from './rules/stock.ts'
export type { Listing, ProductOffer } from './rules/views.ts'

/** The order form was sent before with the same key and other contents. */
export type RequestKeyRefusal = { code: 'request-key-reused' }
export type CartRefusal =
  | { code: 'not-for-sale'; items: { listingId: string; name: string | null }[] }
  | { code: 'cart-full'; most: number }
/** Somebody tries codes and phone numbers. */
export type LookUpRefusal = { code: 'order-unknown' } | { code: 'too-many-attempts'; minutes: number }
