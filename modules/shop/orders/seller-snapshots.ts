import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb } from '../../context.ts'
import { banks } from '../sellers/banks.ts'
import { phoneOf, placeOf, registrationOf } from '../sellers/seller-facts.ts'
import { selectSellers } from '../sellers/seller.store.ts'
import type { OrderSnapshot } from './snapshot.ts'

/** What each of these producers tells of itself today, by producer: it stays on the order whatever the producer changes later. */
export async function sellerSnapshots(db: ReadDb, producerIds: readonly ProducerId[]): Promise<Map<string, OrderSnapshot['seller']>> {
  const sellers = await selectSellers(db, producerIds)
  return new Map(
    sellers.map((seller) => [
      seller.producerId,
      {
        name: seller.producerName,
        slug: seller.producerSlug,
        phone: phoneOf(seller),
        address: placeOf(seller),
        representative: seller.representative,
        registrationNo: registrationOf(seller),
        pickupNote: seller.pickupNote,
        bankBin: seller.bankBin,
        bankName: banks().get(seller.bankBin)?.name ?? seller.bankBin,
        bankAccount: seller.bankAccount,
        accountName: seller.accountName,
      },
    ]),
  )
}
