import { refuse, accept } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import { dong } from '@dacsan/vietnam'
import type { Dong } from '@dacsan/vietnam'
import type { NetContent, ProducerId } from '../../catalogue/rules.ts'
import { ratioOf } from '../../catalogue/rules.ts'
import type { PlaceId } from '../../traceability/rules.ts'

/** How far from the seller the buyer is. The commune and the province are those of today (two levels, since 1 July 2025). */
export const deliveryZones = ['commune', 'province', 'elsewhere'] as const
export type DeliveryZone = (typeof deliveryZones)[number]

/** How many weights a table tells at most. */
export const deliveryStepNames = ['1', '2', '3', '4', '5'] as const

export type DeliveryStep = { upToGrams: number; feeVnd: Dong }
export type ZoneRates = {
  zone: DeliveryZone
  /** From this worth of goods on, the seller bears the fee; null: never. */
  freeFromVnd: Dong | null
  /** Goods that must stay cold are brought this far. */
  carriesCold: boolean
  /** The lightest first. */
  steps: readonly DeliveryStep[]
}
/** Where a buyer may come and take the goods. */
export type PickupPlace = { placeId: PlaceId; name: string; commune: string | null }
/** What a seller asks for bringing goods, and where they may be taken. */
export type DeliveryTable = {
  /** What the packing adds to the net weight of each pack. */
  tareGrams: number
  zones: readonly ZoneRates[]
  pickups: readonly PickupPlace[]
}

/** Where the goods are to go: a commune of this province, or out of it. */
export type Destination = { commune: string; name: string } | 'elsewhere'

/** The zone of a destination, seen from the seller's commune; a seller of whom no commune is known has none of its own. */
export function zoneOf(sellerCommune: string | null, destination: Destination): DeliveryZone {
  if (destination === 'elsewhere') return 'elsewhere'
  return destination.commune === sellerCommune ? 'commune' : 'province'
}

/** Who brings goods through the whole province brings them through its own commune, and who sends them out of it sends them within. */
function ratesFor(table: DeliveryTable, zone: DeliveryZone): ZoneRates | undefined {
  const wider = deliveryZones.slice(deliveryZones.indexOf(zone))
  return wider.map((one) => table.zones.find((rates) => rates.zone === one)).find((rates) => rates !== undefined)
}

/** Whether goods are brought there at all. */
export const isDeliveredTo = (table: DeliveryTable, zone: DeliveryZone): boolean => ratesFor(table, zone) !== undefined

export type WeighedLine = {
  quantity: number
  /** Packed, as the seller weighed it; null: net content and tare. */
  weightGrams: number | null
  netContent: NetContent | null
  needsCold: boolean
}

const [oneGram, oneMillilitre] = [
  { value: 1, unit: 'GRM' },
  { value: 1, unit: 'MLT' },
] as const satisfies NetContent[]

/**
 * What goods weigh with their packing, in whole grams, rounded up; a millilitre weighs about a gram. Null where of one line nobody knows.
 *
 * @example parcelGrams([{ quantity: 2, weightGrams: null, netContent: { value: 250, unit: 'GRM' }, needsCold: false }], 100) // 700
 */
export function parcelGrams(lines: readonly WeighedLine[], tareGrams: number): number | null {
  let sum = 0
  for (const { quantity, weightGrams, netContent } of lines) {
    const net = netContent && (ratioOf(netContent, oneGram) ?? ratioOf(netContent, oneMillilitre))
    const each = weightGrams ?? (net === null ? null : net + tareGrams)
    if (each === null) return null
    sum += each * quantity
  }
  return Math.ceil(Math.round(sum * 1000) / 1000)
}

export type NoDelivery = 'zone-not-served' | 'no-cold-chain' | 'weight-unknown' | 'too-heavy'

/** What bringing these goods costs, or why the seller does not bring them. */
export function deliveryFee(
  table: DeliveryTable,
  { zone, goodsVnd, lines }: { zone: DeliveryZone; goodsVnd: Dong; lines: readonly WeighedLine[] },
): Decision<{ feeVnd: Dong; grams: number }, { code: NoDelivery }> {
  const rates = ratesFor(table, zone)
  if (rates === undefined) return refuse('zone-not-served')
  if (!rates.carriesCold && lines.some(({ needsCold }) => needsCold)) return refuse('no-cold-chain')
  const grams = parcelGrams(lines, table.tareGrams)
  if (grams === null) return refuse('weight-unknown')
  const step = rates.steps.find(({ upToGrams }) => grams <= upToGrams)
  if (step === undefined) return refuse('too-heavy')
  const free = rates.freeFromVnd !== null && goodsVnd >= rates.freeFromVnd
  return accept({ feeVnd: free ? dong(0) : step.feeVnd, grams })
}

/** What the buyer chose of a seller: to have the goods brought, or to take them at a place. Nothing chosen: brought where the seller brings them. */
export type DeliveryWish = 'delivered' | PlaceId
/** How the goods of an order get to the buyer, as it was promised: the fee is part of the order. */
export type Delivery =
  /** The seller has no table: the order says what the goods cost and no more; they are taken at the seller's, or both agree on the telephone. */
  | { way: 'agreed'; feeVnd: Dong }
  | { way: 'pickup'; placeId: PlaceId; place: string; feeVnd: Dong }
  | { way: 'delivered'; zone: DeliveryZone; commune: string | null; grams: number; feeVnd: Dong }

export type DeliveryAsked = {
  table: DeliveryTable | null
  sellerCommune: string | null
  /** Null where the address does not tell. */
  destination: Destination | null
  wish: DeliveryWish | undefined
  goodsVnd: Dong
  lines: readonly WeighedLine[]
}
export type DeliveryRefusal = { code: NoDelivery } | { code: 'place-unclear' } | { code: 'pickup-unknown' }

/** How one seller's goods of a cart get to the buyer, and for what. */
export function decideDelivery({
  table,
  sellerCommune,
  destination,
  wish,
  goodsVnd,
  lines,
}: DeliveryAsked): Decision<Delivery, DeliveryRefusal> {
  if (table === null) return accept({ way: 'agreed', feeVnd: dong(0) })
  if (wish !== undefined && wish !== 'delivered') {
    const place = table.pickups.find(({ placeId }) => placeId === wish)
    if (place === undefined) return refuse('pickup-unknown')
    return accept({ way: 'pickup', placeId: place.placeId, place: placeWords(place), feeVnd: dong(0) })
  }
  if (destination === null) return refuse('place-unclear')
  const zone = zoneOf(sellerCommune, destination)
  const fee = deliveryFee(table, { zone, goodsVnd, lines })
  if (!fee.ok) return fee
  return accept({ way: 'delivered', zone, commune: destination === 'elsewhere' ? null : destination.name, ...fee.event })
}

/** A pickup place with its commune, unless its name says it. */
export const placeWords = ({ name, commune }: Pick<PickupPlace, 'name' | 'commune'>): string =>
  commune === null || name.includes(commune) ? name : `${name}, ${commune}`

export type TableRefusal =
  | { code: 'delivery-empty' }
  | { code: 'steps-not-rising' }
  | { code: 'fee-missing'; zone: DeliveryZone }
  | { code: 'fees-not-rising'; zone: DeliveryZone }
  | { code: 'pickup-unknown' }

export type WantedTable = Omit<DeliveryTable, 'pickups'> & { pickupIds: readonly PlaceId[] }

/** A table tells at least one way; in each zone the fees stand from the lightest step on without a gap, and heavier is not cheaper. */
export function decideTable(
  wanted: { stepGrams: readonly number[]; zones: readonly (Omit<ZoneRates, 'steps'> & { fees: readonly (Dong | null)[] })[] } & Pick<
    WantedTable,
    'tareGrams' | 'pickupIds'
  >,
  { places }: { places: readonly PlaceId[] },
): Decision<WantedTable, TableRefusal> {
  const { stepGrams, tareGrams, pickupIds } = wanted
  if (pickupIds.some((id) => !places.includes(id))) return refuse('pickup-unknown')
  if (stepGrams.some((grams, at) => at > 0 && grams <= stepGrams[at - 1]!)) return refuse('steps-not-rising')
  const zones: ZoneRates[] = []
  for (const { fees, ...zone } of wanted.zones) {
    const told = fees.filter((fee) => fee !== null)
    if (told.length === 0) continue
    if (fees.slice(0, told.length).includes(null) || told.length > stepGrams.length) return refuse('fee-missing', { zone: zone.zone })
    if (told.some((fee, at) => at > 0 && fee < told[at - 1]!)) return refuse('fees-not-rising', { zone: zone.zone })
    zones.push({ ...zone, steps: told.map((feeVnd, at) => ({ upToGrams: stepGrams[at]!, feeVnd })) })
  }
  return zones.length === 0 && pickupIds.length === 0 ? refuse('delivery-empty') : accept({ tareGrams, zones, pickupIds })
}

/** Where a seller takes cash when its goods arrive, and up to which sum of an order. */
export type CashOnDelivery = { largestVnd: Dong; zones: readonly DeliveryZone[] }

/** By seller, what its buyers are told and asked before they order. */
export type DeliveryOfSeller = {
  producerId: ProducerId
  table: DeliveryTable | null
  sellerCommune: string | null
  cash: CashOnDelivery | null
}
