import type { Id } from '@dacsan/platform/ids'

/** What somebody asks about the own data. */
export type DataRequestId = Id<'drq'>

export type ConsentId = Id<'cst'>

/** Personal data that got where they should not. */
export type BreachId = Id<'brc'>

/** What was ordered at once, by which a buyer without an account is known. */
export type PurchaseId = Id<'grp'>
