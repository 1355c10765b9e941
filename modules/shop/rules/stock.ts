import { accept, mayOf, refuse } from '@dacsan/decisions'
import type { Decision, Grant, Refused } from '@dacsan/decisions'
import type { PlainDate } from '@dacsan/vietnam'
import { isSellable } from '../../traceability/rules.ts'
import { stockActs } from '../acts.ts'
import { freeOf } from './lots.ts'
import type { LotStock } from './lots.ts'
import type { CountRefusal, LotNotSellable, ReceiveRefusal, StockMay } from './refusals.ts'

type SellableFacts = Pick<LotStock, 'status' | 'expiresOn'>

function refuseUnsellable({ status, expiresOn }: SellableFacts, today: PlainDate): Refused<LotNotSellable> | null {
  return isSellable({ status, expiresOn }, today) ? null : refuse('lot-not-sellable', { status, expiresOn })
}

/** Nobody sells more of a lot than was made of it: what ever came to the shelf stays within the lot's quantity. */
export function decideReceive(
  lot: SellableFacts & { made: number },
  facts: { quantity: number; alreadyReceived: number; today: PlainDate },
): Decision<{ delta: number }, ReceiveRefusal> {
  const unsellable = refuseUnsellable(lot, facts.today)
  if (unsellable) return unsellable
  if (facts.alreadyReceived + facts.quantity > lot.made) {
    return refuse('more-than-made', { made: lot.made, alreadyReceived: facts.alreadyReceived })
  }
  return accept({ delta: facts.quantity })
}

/** The shelf was counted: the ledger gets the difference. What buyers already hold cannot be counted away. */
export function decideCount(
  lot: Pick<LotStock, 'onHand' | 'reserved'> & { made: number },
  facts: { counted: number; scrapped: boolean; alreadyReceived: number },
): Decision<{ delta: number; reason: 'count' | 'scrapped' }, CountRefusal> {
  const delta = facts.counted - lot.onHand
  if (delta === 0) return refuse('count-unchanged')
  if (delta < -freeOf(lot)) return refuse('count-below-reserved', { reserved: lot.reserved })
  if (delta + facts.alreadyReceived > lot.made) return refuse('more-than-made', { made: lot.made, alreadyReceived: facts.alreadyReceived })
  return accept({ delta, reason: facts.scrapped && delta < 0 ? 'scrapped' : 'count' })
}

export function mayOfShelf(lot: SellableFacts, grants: readonly Grant[], today: PlainDate): StockMay {
  const may = mayOf(stockActs, '', grants) as StockMay
  return { ...may, receive: may.receive === true ? (refuseUnsellable(lot, today)?.refusal ?? true) : may.receive }
}
