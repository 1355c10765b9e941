import type { Id } from '@dacsan/platform/ids'

/** One line of the ledger of goods. */
export type StockEntryId = Id<'stk'>
