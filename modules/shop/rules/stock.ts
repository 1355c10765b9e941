import { accept, refuse } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import type { PlainDate } from '@dacsan/vietnam'
import { freeOf, isSellable } from './lots.ts'
import type { LotStock } from './lots.ts'

export type ReceiveRefusal =
  | { code: 'lot-not-sellable'; status: string; expiresOn: PlainDate | null }
  | { code: 'more-than-made'; made: number; alreadyReceived: number }
export type CountRefusal =
  | { code: 'count-below-reserved'; reserved: number }
  | { code: 'count-unchanged' }
  | { code: 'more-than-made'; made: number; alreadyReceived: number }

export type StockReceived = { type: 'stock.received'; delta: number }
export type StockCounted = { type: 'stock.counted'; delta: number; reason: 'count' | 'scrapped' }

/** Nobody sells more of a lot than was made of it: what ever came to the shelf stays within the lot's quantity. */
export function decideReceive(
  lot: LotStock & { made: number },
  facts: { quantity: number; alreadyReceived: number; today: PlainDate },
): Decision<StockReceived, ReceiveRefusal> {
  if (!isSellable(lot, facts.today)) return refuse('lot-not-sellable', { status: lot.status, expiresOn: lot.expiresOn })
  if (facts.alreadyReceived + facts.quantity > lot.made) {
    return refuse('more-than-made', { made: lot.made, alreadyReceived: facts.alreadyReceived })
  }
  return accept({ type: 'stock.received', delta: facts.quantity })
}

/** The shelf was counted: the ledger gets the difference. What buyers already hold cannot be counted away. */
export function decideCount(
  lot: LotStock & { made: number },
  facts: { counted: number; scrapped: boolean; alreadyReceived: number },
): Decision<StockCounted, CountRefusal> {
  const delta = facts.counted - lot.onHand
  if (delta === 0) return refuse('count-unchanged')
  if (delta < -freeOf(lot)) return refuse('count-below-reserved', { reserved: lot.reserved })
  if (delta + facts.alreadyReceived > lot.made) return refuse('more-than-made', { made: lot.made, alreadyReceived: facts.alreadyReceived })
  return accept({ type: 'stock.counted', delta, reason: facts.scrapped && delta < 0 ? 'scrapped' : 'count' })
}
