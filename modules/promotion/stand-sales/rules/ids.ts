import type { Id } from '@dacsan/platform/ids'

export type StandSaleId = Id<'ssl'>
