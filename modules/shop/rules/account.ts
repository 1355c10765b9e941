import type { Dong } from '@dacsan/vietnam'
import type { OrderId } from './ids.ts'

/** What the logs of an order say of its money before a period and in it. */
export type AccountOfOrder = {
  id: OrderId
  code: string
  placedAt: Date
  goodsVnd: Dong
  deliveryVnd: Dong
  totalVnd: Dong
  receivedBeforeVnd: Dong
  receivedVnd: Dong
  refundedBeforeVnd: Dong
  refundedVnd: Dong
  /** By how much less it was owed before, for goods that came back or were taken out, and how much less it is owed since. */
  returnedBeforeVnd: Dong
  returnedVnd: number
  /** Whether its goods were given up when the period began, and when it ended. */
  closedBefore: boolean
  closedAfter: boolean
  /** Within the period, and before it. */
  handedOver: boolean
  handedOverBefore: boolean
}
