import { spellingOf } from '@dacsan/vietnam'
import type { MarketplaceName } from './marketplace-names.ts'

/** What a marketplace says of an order, in the words of this house. `returned`: the goods are on their way back, or came, or did not. */
export const channelOrderStates = ['unpaid', 'to-ship', 'shipped', 'completed', 'cancelled', 'returned'] as const
export type ChannelOrderState = (typeof channelOrderStates)[number]

/** By the codes of the doors for machines (read in their documentation) and the words of the files (from memory, 2026-11-30). */
const words: Readonly<Record<MarketplaceName, Readonly<Record<ChannelOrderState, readonly string[]>>>> = {
  shopee: {
    unpaid: ['UNPAID', 'Chưa thanh toán', 'Chờ thanh toán'],
    'to-ship': [
      'READY_TO_SHIP',
      'PROCESSED',
      'RETRY_SHIP',
      'IN_CANCEL',
      'Chờ giao hàng',
      'Chờ lấy hàng',
      'Chờ xác nhận',
      'To ship',
      'Pending',
    ],
    shipped: ['SHIPPED', 'TO_CONFIRM_RECEIVE', 'Đang giao', 'Đã giao', 'Shipping', 'Người mua xác nhận đã nhận được hàng'],
    completed: ['COMPLETED', 'Hoàn thành', 'Đã hoàn thành'],
    cancelled: ['CANCELLED', 'INVOICE_PENDING_CANCELLED', 'Đã hủy', 'Hủy', 'Canceled'],
    returned: ['TO_RETURN', 'Trả hàng/Hoàn tiền', 'Return/Refund', 'Hoàn hàng'],
  },
  'tiktok-shop': {
    unpaid: ['UNPAID', 'Chưa thanh toán'],
    // Paid, and held back for the hour in which the buyer may think again: its goods are promised.
    'to-ship': [
      'ON_HOLD',
      'AWAITING_SHIPMENT',
      'AWAITING_COLLECTION',
      'PARTIALLY_SHIPPING',
      'To ship',
      'Awaiting shipment',
      'Awaiting collection',
      'On hold',
      'Cần gửi',
      'Đang chờ gửi hàng',
    ],
    shipped: ['IN_TRANSIT', 'DELIVERED', 'Shipped', 'In transit', 'Delivered', 'Đã gửi', 'Đã vận chuyển', 'Đã giao'],
    completed: ['COMPLETED', 'Đã hoàn tất', 'Đã hoàn thành'],
    cancelled: ['CANCELLED', 'CANCEL', 'Canceled', 'Đã hủy'],
    returned: ['RETURNED', 'Return/Refund', 'Trả hàng/hoàn tiền'],
  },
  lazada: {
    unpaid: ['unpaid'],
    'to-ship': ['pending', 'topack', 'toship', 'packed', 'repacked', 'ready_to_ship', 'ready to ship', 'ready_to_ship_pending'],
    shipped: ['shipped', 'delivered', 'Đang giao', 'Đã giao'],
    completed: ['confirmed', 'completed', 'Hoàn thành'],
    cancelled: ['canceled', 'cancelled', 'Đã hủy'],
    returned: [
      'returned',
      'shipped_back',
      'shipped_back_success',
      'failed',
      'failed_delivery',
      'Package Returned',
      'INFO_ST_DOMESTIC_RETURN_WITH_LAST_MILE_3PL',
    ],
  },
}

const tableOf = (states: (typeof words)[MarketplaceName]): ReadonlyMap<string, ChannelOrderState> =>
  new Map(channelOrderStates.flatMap((state) => states[state].map((said) => [spellingOf(said), state] as const)))
const stateOf: Readonly<Record<MarketplaceName, ReadonlyMap<string, ChannelOrderState>>> = {
  shopee: tableOf(words.shopee),
  'tiktok-shop': tableOf(words['tiktok-shop']),
  lazada: tableOf(words.lazada),
}

/**
 * What a status means; null where nobody here knows it: it is told, never guessed.
 *
 * @example readOrderState('shopee', 'Chờ lấy hàng') // 'to-ship'
 */
export const readOrderState = (from: MarketplaceName, status: string): ChannelOrderState | null =>
  stateOf[from].get(spellingOf(status)) ?? stateOf[from].get(spellingOf(status.replaceAll('_', ' '))) ?? null
