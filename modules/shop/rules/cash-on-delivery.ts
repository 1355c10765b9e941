import { accept, refuse } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import type { Dong } from '@dacsan/vietnam'
import { isDeliveredTo } from './delivery.ts'
import type { CashOnDelivery, Delivery, DeliveryTable, DeliveryZone } from './delivery.ts'

export type NoCash = 'not-offered' | 'not-brought' | 'zone-without-cash' | 'sum-too-large' | 'goods-cashless' | 'gift'

/**
 * Whether an order may be paid when its goods arrive: they must be brought, to where the seller takes cash, for no more than it trusts a stranger with, and
 * the law must let such goods be paid in cash (`cashless` of a rule by set). Whoever is given something is asked for no money.
 */
export function decideCashWay(
  offered: CashOnDelivery | null,
  { delivery, totalVnd, cashless, gift = false }: { delivery: Delivery; totalVnd: Dong; cashless: boolean; gift?: boolean },
): Decision<null, { code: NoCash }> {
  if (offered === null) return refuse('not-offered')
  if (gift) return refuse('gift')
  if (cashless) return refuse('goods-cashless')
  if (delivery.way !== 'delivered') return refuse('not-brought')
  if (!offered.zones.includes(delivery.zone)) return refuse('zone-without-cash')
  return totalVnd > offered.largestVnd ? refuse('sum-too-large') : accept(null)
}

/** Cash is taken only where the seller brings goods to. */
export function decideCashTable(
  wanted: CashOnDelivery,
  table: DeliveryTable | null,
): Decision<CashOnDelivery, { code: 'no-delivery-table' } | { code: 'zone-not-in-table'; zone: DeliveryZone }> {
  if (table === null) return refuse('no-delivery-table')
  const nowhere = wanted.zones.find((zone) => !isDeliveredTo(table, zone))
  return nowhere === undefined ? accept(wanted) : refuse('zone-not-in-table', { zone: nowhere })
}
