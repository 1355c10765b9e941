import { accept, refuse } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import { dong } from '@dacsan/vietnam'
import type { Dong, PlainDate } from '@dacsan/vietnam'
import type { PackId, ProducerId, ProductId } from '../../catalogue/rules.ts'
import type { LotPick, LotStock } from '../../inventory/rules.ts'
import type { ListingId } from './ids.ts'
import { availableOf, pickLots } from './lots.ts'
import type { PlacementRefusal, SoldOutItem } from './refusals.ts'

/** A VietQR carries at most thirteen digits (NAPAS v1.0, field 54). */
const largestTransferVnd = 9_999_999_999_999

/** A listing with everything that decides whether it may be sold today. */
export type Offer = {
  listingId: ListingId
  productId: ProductId
  packId: PackId
  productName: string
  producerId: ProducerId
  priceVnd: Dong
  unit: string
  published: boolean
  /** The provincial office verified the seller, or the rule of the day does not ask for it. */
  sellerCleared: boolean
  /** The star certificate is in force today: the programme's shop sells nothing else. */
  certified: boolean
  stars: number | null
  certificateCode: string | null
  netContent: string | null
  maxPerOrder: number | null
}

export type WantedLine = { listingId: ListingId; quantity: number }

export type PlannedLine = {
  listingId: ListingId
  productId: ProductId
  packId: PackId
  productName: string
  unit: string
  unitPriceVnd: Dong
  quantity: number
  lineTotalVnd: Dong
  stars: number | null
  certificateCode: string | null
  netContent: string | null
  picks: LotPick[]
}
export type PlannedOrder = { producerId: ProducerId; lines: PlannedLine[]; totalVnd: Dong }
export type PlannedOrders = { orders: PlannedOrder[]; totalVnd: Dong }

export type PlacementFacts = {
  today: PlainDate
  orderingEnabled: boolean
  offers: readonly Offer[]
  lots: readonly LotStock[]
  /** The sum that the buyer saw above the button; null where none was shown. */
  seenVnd: number | null
}

export const isForSale = (offer: Offer): boolean => offer.published && offer.sellerCleared && offer.certified

/** One line per listing, in the order of first mention: the same jar asked for twice is two jars of one line. */
export function mergeLines(lines: readonly WantedLine[]): WantedLine[] {
  const merged = new Map<ListingId, number>()
  for (const { listingId, quantity } of lines) merged.set(listingId, (merged.get(listingId) ?? 0) + quantity)
  return [...merged].map(([listingId, quantity]) => ({ listingId, quantity }))
}

/** Price times quantity, seller by seller, in the order of the cart. */
export function decidePlacement(wanted: readonly WantedLine[], facts: PlacementFacts): Decision<PlannedOrders, PlacementRefusal> {
  if (!facts.orderingEnabled) return refuse('ordering-off')
  const merged = mergeLines(wanted)
  if (merged.length === 0) return refuse('cart-empty')

  const offers = new Map(facts.offers.map((offer) => [offer.listingId, offer]))
  const gone = merged.filter(({ listingId }) => !isOffered(offers.get(listingId)))
  if (gone.length > 0) {
    return refuse('not-for-sale', {
      items: gone.map(({ listingId }) => ({ listingId, name: offers.get(listingId)?.productName ?? null })),
    })
  }
  const lines = merged.map((line) => ({ ...line, offer: offers.get(line.listingId)! }))

  const tooMany = lines.filter(({ offer, quantity }) => offer.maxPerOrder !== null && quantity > offer.maxPerOrder)
  if (tooMany.length > 0) {
    return refuse('over-limit', {
      items: tooMany.map(({ offer, quantity }) => ({
        listingId: offer.listingId,
        name: offer.productName,
        wanted: quantity,
        limit: offer.maxPerOrder!,
      })),
    })
  }

  const soldOut: SoldOutItem[] = []
  const planned: (PlannedLine & { producerId: ProducerId })[] = []
  for (const { offer, quantity } of lines) {
    const lots = facts.lots.filter((lot) => lot.packId === offer.packId)
    const picks = pickLots(lots, quantity, facts.today)
    if (picks === null) {
      const available = availableOf(lots, facts.today)
      soldOut.push({ listingId: offer.listingId, name: offer.productName, wanted: quantity, available })
      continue
    }
    const lineTotal = offer.priceVnd * quantity
    if (lineTotal > largestTransferVnd) return refuse('total-too-large')
    planned.push({
      producerId: offer.producerId,
      listingId: offer.listingId,
      productId: offer.productId,
      packId: offer.packId,
      productName: offer.productName,
      unit: offer.unit,
      unitPriceVnd: offer.priceVnd,
      quantity,
      lineTotalVnd: dong(lineTotal),
      stars: offer.stars,
      netContent: offer.netContent,
      certificateCode: offer.certificateCode,
      picks,
    })
  }
  if (soldOut.length > 0) return refuse('sold-out', { items: soldOut })

  const orders = bySeller(planned)
  if (orders.some((order) => order.totalVnd > largestTransferVnd)) return refuse('total-too-large')
  const totalVnd = sumDong(orders.map((order) => order.totalVnd))
  if (facts.seenVnd !== null && facts.seenVnd !== totalVnd) {
    return refuse('price-changed', { seenVnd: facts.seenVnd, nowVnd: totalVnd })
  }
  return accept({ orders, totalVnd })
}

const isOffered = (offer: Offer | undefined): offer is Offer => offer !== undefined && isForSale(offer)

export function sumDong(amounts: readonly Dong[]): Dong {
  return dong(amounts.reduce((sum, amount) => sum + amount, 0))
}

function bySeller(lines: readonly (PlannedLine & { producerId: ProducerId })[]): PlannedOrder[] {
  const sellers = new Map<ProducerId, PlannedLine[]>()
  for (const { producerId, ...line } of lines) sellers.set(producerId, [...(sellers.get(producerId) ?? []), line])
  return [...sellers].map(([producerId, own]) => ({
    producerId,
    lines: own,
    totalVnd: sumDong(own.map((line) => line.lineTotalVnd)),
  }))
}
