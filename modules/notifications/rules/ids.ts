import type { Id } from '@dacsan/platform/ids'

/** One fact, told to one person. */
export type MessageId = Id<'msg'>
/** One message on its way by one channel. */
export type DeliveryId = Id<'dlv'>
export type PushSubscriptionId = Id<'psh'>
