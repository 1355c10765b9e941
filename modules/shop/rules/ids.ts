import type { Id } from '@dacsan/platform/ids'

export type ListingId = Id<'lst'>

/** Also the secret that opens the cart: whoever has the cookie has the goods in it. */
export type CartId = Id<'crt'>

/** What a buyer sent off at once: an order for each seller. */
export type OrderGroupId = Id<'grp'>

/** The order of one seller. */
export type OrderId = Id<'ord'>

export type OrderLineId = Id<'oln'>

/** A code by which one seller asks less. */
export type VoucherId = Id<'vch'>

/** Whoever buys of one seller by agreement. */
export type AgreedBuyerId = Id<'agb'>

/** A price list of such a buyer. */
export type AgreementId = Id<'agr'>

/** The bill of a month of a buyer by agreement. */
export type BillId = Id<'bil'>

export type PaymentId = Id<'pay'>

/** Goods of a lot that are held for a line of an order. */
export type ReservationId = Id<'rsv'>

/** A file of sales for a program that makes e-invoices. */
export type InvoiceExportId = Id<'iex'>

/** What a pack is sold by before its goods exist. */
export type AheadOfferId = Id<'ahd'>

/** A paper that a seller shows. */
export type SellerPaperId = Id<'spa'>

/** A seller that is stopped, with notice or on an order. */
export type SuspensionId = Id<'sus'>

export type SuspensionStepId = Id<'sst'>
