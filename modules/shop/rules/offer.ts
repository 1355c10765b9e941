import type { ProducerId } from '../../catalogue/rules.ts'
import type { AheadOffer } from './ahead.ts'
import type { BoxPart, PackOffered } from './box.ts'
import type { AgreementId, ListingId } from './ids.ts'
import type { Pricing } from './price.ts'

/** A listing with everything that decides whether it may be sold today. */
export type Offer = Pricing &
  // `recognition`: under which it is sold today: the programme's shop sells nothing that has none.
  PackOffered & {
    listingId: ListingId
    producerId: ProducerId
    published: boolean
    /** The provincial office verified the seller, or the rule of the day does not ask for it. */
    sellerCleared: boolean
    producerName: string
    /** It is sold before it exists, from its own book; null: from the shelf. */
    ahead: AheadOffer | null
    /** What lies in it, where it is a box; null: the pack itself. */
    box: readonly BoxPart[] | null
    /** The list of the buyer that says its price; absent: the price of the shelf. */
    agreementId?: AgreementId
  }

/** What is called by name where something is wrong with it: several packs of one product may lie in a cart. */
export const nameOfPack = (product: string, pack: string | null): string => (pack === null ? product : `${product}, ${pack}`)

export function nameOf(offer: Pick<Offer, 'productName' | 'netContent'>): string
export function nameOf(offer: Pick<Offer, 'productName' | 'netContent'> | undefined): string | null
export function nameOf(offer: Pick<Offer, 'productName' | 'netContent'> | undefined): string | null {
  return offer === undefined ? null : nameOfPack(offer.productName, offer.netContent)
}
