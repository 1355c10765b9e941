import { dong } from '@dacsan/vietnam'
import type { Dong } from '@dacsan/vietnam'
import type { PackId } from '../../catalogue/rules.ts'
import type { LotId, PlaceId } from '../../traceability/rules.ts'
import type { FulfilmentStatus } from '../acts.ts'
import type { ByWeight } from './by-weight.ts'
import type { OrderedBox } from './box.ts'
import type { ListingId, OrderId, OrderLineId } from './ids.ts'
import { leftToPayVnd } from './order.ts'
import type { Order } from './order.ts'
import { queueOf } from './order-queue.ts'

/** Of which lot, and where it lies, so much of a line is taken. */
export type Take = {
  lotId: LotId
  number: string
  expiresOn: string | null
  placeId: PlaceId
  place: string
  quantity: number
  recalled: boolean
}
export type LineToPack = {
  id: OrderLineId
  packId: PackId
  productName: string
  netContent: string | null
  unit: string
  quantity: number
  /** Sold by its real weight: what was said of it, and what the scale says. */
  byWeight: ByWeight | null
  weighed: { grams: number[]; billedGrams: number; sumVnd: Dong } | null
  takes: Take[]
  orderId: OrderId
  listingId: ListingId
  /** The box that it is packed into; null: it lies in the parcel by itself. */
  box: OrderedBox | null
}

/** What one lot at one place gives to some orders together. */
export type PickedGoods = Omit<Take, 'recalled'> & { packId: PackId; productName: string; netContent: string | null; unit: string }

/**
 * What is taken from where for some orders, added up by pack, lot and place: place after place, in each the first to expire first.
 *
 * @example picksOf([{ lines: [{ ...line, takes: [take] }] }])[0].quantity // 2
 */
export function picksOf(
  orders: readonly { lines: readonly Pick<LineToPack, 'takes' | 'packId' | 'productName' | 'netContent' | 'unit'>[] }[],
): PickedGoods[] {
  const picks = new Map<string, PickedGoods>()
  for (const { takes, packId, productName, netContent, unit } of orders.flatMap(({ lines }) => lines)) {
    const line = { packId, productName, netContent, unit }
    for (const { recalled: _recalled, ...take } of takes) {
      const key = [line.packId, take.lotId, take.placeId].join(' ')
      const known = picks.get(key)
      picks.set(key, { ...line, ...take, quantity: (known?.quantity ?? 0) + take.quantity })
    }
  }
  return [...picks.values()].toSorted(byPlaceThenExpiry)
}

const inWords = (one: string, other: string) => one.localeCompare(other, 'vi')
/** A lot without a day comes last. */
const dayOf = ({ expiresOn }: PickedGoods) => expiresOn ?? '9999-12-31'

const byPlaceThenExpiry = (one: PickedGoods, other: PickedGoods): number =>
  inWords(one.place, other.place) ||
  inWords(one.productName, other.productName) ||
  inWords(one.netContent ?? '', other.netContent ?? '') ||
  dayOf(one).localeCompare(dayOf(other)) ||
  inWords(one.number, other.number)

/** What whoever brings the goods collects for them; nothing where all of it came, where the seller has yet to decide about the money, or where the bill of the month asks for it. */
export const toCollectVnd = (order: Order): Dong =>
  dong(queueOf(order) === 'to-hand-over' && order.payment !== 'on-account' ? leftToPayVnd(order) : 0)

/** Orders of which papers of a parcel are printed: given up ones go nowhere. */
export const printedFulfilments = ['held', 'handed-over'] as const satisfies readonly FulfilmentStatus[]
