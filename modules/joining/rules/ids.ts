import type { Id } from '@dacsan/platform/ids'

/** What somebody asks for a producer. */
export type ProducerRequestId = Id<'jrq'>
/** The paper of somebody who comes in later. */
export type ProducerSlipId = Id<'psl'>
/** A product that is to go over to another producer. */
export type ProductTransferId = Id<'ptr'>
