import type { Id } from '@dacsan/platform/ids'

export type ProducerId = Id<'pro'>

export type ProductId = Id<'prd'>

export type PackId = Id<'pck'>
