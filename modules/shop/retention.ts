import { dateInVietnam } from '@dacsan/vietnam'
import type { Tx } from '../context.ts'
import { monthsBefore, rulesOn } from '../law/index.ts'
import { forgetAgreedBuyers, forgetBuyers, forgetListings } from './personal-data.store.ts'
import './topics.ts'

/** Who bought is forgotten when the term of the order ends, and what a listing said when it was taken down so long ago. */
export async function endShopRetention(tx: Tx, now: Date): Promise<Readonly<Record<string, number>>> {
  const law = await rulesOn(tx, ['retention.order-months', 'retention.listing-months'], dateInVietnam(now))
  return {
    buyers: await forgetBuyers(tx, monthsBefore(now, law['retention.order-months'].value), now),
    agreed: await forgetAgreedBuyers(tx, monthsBefore(now, law['retention.order-months'].value)),
    listings: await forgetListings(tx, monthsBefore(now, law['retention.listing-months'].value)),
  }
}
