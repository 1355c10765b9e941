import { dateInVietnam } from '@dacsan/vietnam'
import type { Tx } from '../context.ts'
import { monthsBefore, rulesOn } from '../law/index.ts'
import { forgetAgreedBuyers, forgetBuyers, forgetListings } from './personal-data.store.ts'
import { forgetPapers } from './sellers/paper.store.ts'
import './topics.ts'

/** Who bought, and papers of a seller that stopped counting, are forgotten when the term of the order ends; what a listing said when it was taken down so long ago. */
export async function endShopRetention(tx: Tx, now: Date): Promise<Readonly<Record<string, number>>> {
  const law = await rulesOn(tx, ['retention.order-months', 'retention.listing-months'], dateInVietnam(now))
  return {
    buyers: await forgetBuyers(tx, monthsBefore(now, law['retention.order-months'].value), now),
    agreed: await forgetAgreedBuyers(tx, monthsBefore(now, law['retention.order-months'].value)),
    // Who the seller of an order was is asked as long as the order is kept; what counted before says nothing any more.
    sellerPapers: await forgetPapers(tx, monthsBefore(now, law['retention.order-months'].value)),
    listings: await forgetListings(tx, monthsBefore(now, law['retention.listing-months'].value)),
  }
}
