import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import type { MarketplaceName } from './marketplace-names.ts'

/**
 * `key` is the same for the same push that comes again. `order` is null where the push is about something else, or about what nobody knows yet: it is kept
 * all the same. `at` in seconds since 1970: an older status than the last one is not news.
 */
export type ReadPush = { key: string; order: { number: string; status: string; at: number } | null }
export type UnreadablePush = { code: 'unreadable' }

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

const most = 100
const textOf = (value: unknown): string => {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value)
  return typeof value === 'string' && /^[\w.:-]+$/.test(value) && value.length <= most ? value : ''
}
const secondsOf = (value: unknown): number => (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0)

const orderOf = (number: unknown, status: unknown, at: unknown): ReadPush['order'] => {
  const [known, told] = [textOf(number), textOf(status)]
  return known === '' || told === '' ? null : { number: known, status: told, at: secondsOf(at) }
}
const keyOf = (...parts: readonly unknown[]): string => parts.map(textOf).join('/')

/** Number of the kind by which each says that its push is about an order. */
const readers: Readonly<Record<MarketplaceName, (push: Fields, data: Fields) => ReadPush>> = {
  shopee: (push, data) => ({
    key: keyOf(push['shop_id'], push['code'], data['ordersn'], data['status'], push['timestamp']),
    order: push['code'] === 3 ? orderOf(data['ordersn'], data['status'], push['timestamp']) : null,
  }),
  'tiktok-shop': (push, data) => ({
    key: keyOf(push['shop_id'], push['tts_notification_id']),
    order: push['type'] === 1 ? orderOf(data['order_id'], data['order_status'], data['update_time']) : null,
  }),
  lazada: (push, data) => ({
    key: keyOf(
      push['seller_id'],
      push['message_type'],
      data['trade_order_id'],
      data['trade_order_line_id'],
      data['order_status'],
      data['status_update_time'],
    ),
    order: push['message_type'] === 0 ? orderOf(data['trade_order_id'], data['order_status'], data['status_update_time']) : null,
  }),
}

/**
 * What a push says, once it is known to be the marketplace's.
 *
 * @example
 * const push = '{"code":3,"shop_id":5,"timestamp":1767225600,"data":{"ordersn":"260101ABCDEF","status":"READY_TO_SHIP"}}'
 * readPush('shopee', new TextEncoder().encode(push)) // { ok: true, value: { key: '5/3/260101ABCDEF/READY_TO_SHIP/1767225600', order: { number: '260101ABCDEF', status: 'READY_TO_SHIP', at: 1767225600 } } }
 */
export function readPush(from: MarketplaceName, body: Uint8Array): Outcome<ReadPush, UnreadablePush> {
  let push: unknown
  try {
    push = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return refuse('unreadable')
  }
  if (!isFields(push)) return refuse('unreadable')
  const data = isFields(push['data']) ? push['data'] : {}
  return done(readers[from](push, data))
}
