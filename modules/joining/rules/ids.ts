import type { Id } from '@dacsan/platform/ids'

/** What somebody asks for a producer. */
export type ProducerRequestId = Id<'jrq'>
