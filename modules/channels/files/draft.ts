import type { SettledRow, ToldOrder } from '@dacsan/marketplaces'

/** What a file says, kept until it is taken. */
export type Draft = { kind: 'orders'; orders: readonly ToldOrder[] } | { kind: 'settlement'; rows: readonly SettledRow[] }
