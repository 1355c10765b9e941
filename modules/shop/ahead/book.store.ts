import { sql } from 'kysely'
import type { PlainDate } from '@dacsan/vietnam'
import type { ReadDb, Tx } from '../../context.ts'
import type { PackId } from '../../catalogue/rules.ts'
import { paymentsUnseen } from '../rules.ts'
import type { AheadOffer, AheadSlot, Promised, ShelfForOne } from '../rules.ts'
import type { AheadOfferId, OrderId, OrderLineId } from '../rules/ids.ts'

/** A row of an offer that is joined to its listing; all null where the pack is sold from the shelf. */
type AheadRow = {
  id: AheadOfferId
  kind: AheadOffer['kind']
  offered: number
  pays: AheadOffer['pays']
  season: string | null
  firstDeliveryOn: PlainDate | null
  lastOrderOn: PlainDate | null
  leadLeast: number | null
  leadMost: number | null
  period: 'day' | 'week' | null
  endedAt: Date | null
}

export const aheadColumns = [
  'ahead.id as aheadId',
  'ahead.kind as aheadKind',
  'ahead.offered as aheadOffered',
  'ahead.pays as aheadPays',
  'ahead.season as aheadSeason',
  'ahead.first_delivery_on as aheadFirstDeliveryOn',
  'ahead.last_order_on as aheadLastOrderOn',
  'ahead.lead_least as aheadLeadLeast',
  'ahead.lead_most as aheadLeadMost',
  'ahead.period as aheadPeriod',
  'ahead.ended_at as aheadEndedAt',
] as const

type Joined = { [K in keyof AheadRow as `ahead${Capitalize<K>}`]: AheadRow[K] | null }

/** The same from a row to which {@link aheadColumns} were joined, and the row without them. */
export function takeAhead<Row extends Joined>(row: Row): { ahead: AheadOffer | null; rest: Omit<Row, keyof Joined> } {
  const { aheadId, aheadKind, aheadOffered, aheadPays, aheadSeason, aheadFirstDeliveryOn, aheadLastOrderOn, ...more } = row
  const { aheadLeadLeast, aheadLeadMost, aheadPeriod, aheadEndedAt, ...rest } = more
  if (aheadId === null) return { ahead: null, rest: rest as Omit<Row, keyof Joined> }
  const said = { id: aheadId, offered: aheadOffered!, pays: aheadPays!, ended: aheadEndedAt !== null }
  const terms =
    aheadKind === 'pre-order'
      ? { kind: aheadKind, season: aheadSeason!, firstDeliveryOn: aheadFirstDeliveryOn!, lastOrderOn: aheadLastOrderOn! }
      : { kind: 'made-to-order' as const, leadLeast: aheadLeadLeast!, leadMost: aheadLeadMost!, period: aheadPeriod! }
  return { ahead: { ...said, ...terms }, rest: rest as Omit<Row, keyof Joined> }
}

/** What is promised of these offers, line by line of the book. */
export async function selectSlots(db: ReadDb, offerIds: readonly AheadOfferId[]): Promise<AheadSlot[]> {
  if (offerIds.length === 0) return []
  return db
    .selectFrom('ahead_slot')
    .where('offer_id', 'in', offerIds)
    .select(['offer_id as offerId', 'starts_on as startsOn', 'promised'])
    .execute()
}

/** The same, held until the transaction ends: who orders at the same moment waits. Answers as well which offers take no more orders by now. */
export async function lockBook(tx: Tx, offerIds: readonly AheadOfferId[]): Promise<{ slots: AheadSlot[]; ended: AheadOfferId[] }> {
  if (offerIds.length === 0) return { slots: [], ended: [] }
  const locked = await tx
    .selectFrom('ahead_offer')
    .where('id', 'in', offerIds)
    .select(['id', 'ended_at as endedAt'])
    .orderBy('id')
    .forUpdate()
    .execute()
  return { slots: await selectSlots(tx, offerIds), ended: locked.filter(({ endedAt }) => endedAt !== null).map(({ id }) => id) }
}

type NewPromise = Promised & { orderLineId: OrderLineId; quantity: number }

export const promiseRows = (promises: readonly NewPromise[]) =>
  promises.map(({ orderLineId, offerId, startsOn, quantity }) => ({
    order_line_id: orderLineId,
    offer_id: offerId,
    starts_on: startsOn,
    quantity,
    status: 'promised' as const,
  }))

/** Counts promises into the book; a line of it comes to be with the first. The constraint of the table keeps what was offered. */
export async function writePromises(tx: Tx, promises: readonly Pick<NewPromise, 'offerId' | 'startsOn' | 'quantity'>[]): Promise<void> {
  const rows = JSON.stringify(
    promises
      .map(({ offerId, startsOn, quantity }) => ({ offer_id: offerId, starts_on: startsOn, promised: quantity }))
      .toSorted((a, b) => (`${a.offer_id} ${a.starts_on}` < `${b.offer_id} ${b.starts_on}` ? -1 : 1)),
  )
  await sql`
    insert into ahead_slot (offer_id, starts_on, offered, promised)
    select wanted.offer_id, wanted.starts_on, offer.offered, wanted.promised
    from json_populate_recordset(null::ahead_slot, ${rows}::json) as wanted join ahead_offer offer on offer.id = wanted.offer_id
    on conflict (offer_id, starts_on) do update set promised = ahead_slot.promised + excluded.promised`.execute(tx)
}

/** An order was given up: others may be promised what it was. Nothing happens to what came from the shelf. */
export async function givePromisesBack(tx: Tx, orderId: OrderId): Promise<void> {
  await sql`
    with back as (
      update promise set status = 'given-up' from order_line
      where order_line.id = promise.order_line_id and order_line.order_id = ${orderId} and promise.status <> 'given-up'
      returning promise.offer_id, promise.starts_on, promise.quantity)
    update ahead_slot set promised = promised - back.quantity from back
    where ahead_slot.offer_id = back.offer_id and ahead_slot.starts_on = back.starts_on`.execute(tx)
}

/** What was promised for the lines of an order, whatever became of it. */
export async function selectPromises(db: ReadDb, orderId: OrderId) {
  return db
    .selectFrom('promise')
    .innerJoin('order_line', 'order_line.id', 'promise.order_line_id')
    .innerJoin('ahead_offer', 'ahead_offer.id', 'promise.offer_id')
    .where('order_line.order_id', '=', orderId)
    .select([
      'promise.order_line_id as orderLineId',
      'promise.offer_id as offerId',
      'promise.starts_on as startsOn',
      'promise.quantity',
      'ahead_offer.offered',
      'order_line.listing_id as listingId',
      'order_line.product_name as productName',
      'order_line.net_content as netContent',
    ])
    .orderBy('promise.offer_id')
    .execute()
}

export async function setPromises(tx: Tx, orderId: OrderId, status: 'promised' | 'allotted'): Promise<void> {
  await tx
    .updateTable('promise')
    .set({ status })
    .where('order_line_id', 'in', (eb) => eb.selectFrom('order_line').where('order_id', '=', orderId).select('id'))
    .execute()
}

/**
 * The book of each of these offers as a shelf: how much of it is promised to orders whose money nobody has seen, from one network and from all. Where nobody
 * pays before the goods are there, only what one network was promised counts.
 */
export async function selectBookShelves(
  db: ReadDb,
  offers: readonly { packId: PackId; ahead: AheadOffer | null }[],
  { placedFrom }: { placedFrom: string },
): Promise<ShelfForOne[]> {
  const ahead = offers.flatMap(({ packId, ahead: offer }) => (offer ? [{ packId, offer }] : []))
  if (ahead.length === 0) return []
  const { rows } = await sql<{ offerId: AheadOfferId; unpaid: number; unpaidInAll: number }>`
    select p.offer_id as "offerId", coalesce(sum(p.quantity) filter (where g.placed_from = ${placedFrom}), 0)::int as unpaid,
      coalesce(sum(p.quantity) filter (where o.pays_when = 'now'), 0)::int as "unpaidInAll"
    from promise p join order_line l on l.id = p.order_line_id join shop_order o on o.id = l.order_id join order_group g on g.id = o.group_id
    where p.offer_id = any (${ahead.map(({ offer }) => offer.id)}) and p.status = 'promised' and o.payment_status = any (${[...paymentsUnseen]})
    group by p.offer_id`.execute(db)
  return ahead.map(({ packId, offer }) => {
    const held = rows.find(({ offerId }) => offerId === offer.id)
    return { packId, onHand: offer.offered, unpaid: held?.unpaid ?? 0, unpaidInAll: held?.unpaidInAll ?? 0 }
  })
}
