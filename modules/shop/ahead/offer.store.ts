import { sql } from 'kysely'
import { dong } from '@dacsan/vietnam'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { OrganisationId } from '../../identity/rules.ts'
import type { AheadTerms } from '../rules.ts'
import type { AheadOfferId, ListingId, OrderId } from '../rules/ids.ts'

/** Whether an offer of this listing takes orders, or owes goods still; nobody else opens one until the transaction ends. */
export async function aheadStands(tx: Tx, listingId: ListingId): Promise<boolean> {
  const row = await tx
    .selectFrom('ahead_offer as offer')
    .where('listing_id', '=', listingId)
    .where((eb) =>
      eb.or([
        eb('ended_at', 'is', null),
        eb.exists(eb.selectFrom('promise').whereRef('offer_id', '=', 'offer.id').where('status', '=', 'promised').select('offer_id')),
      ]),
    )
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

type NewOffer = AheadTerms & { id: AheadOfferId; listingId: ListingId; producerId: ProducerId; at: Date }

export async function insertAhead(tx: Tx, offer: NewOffer): Promise<void> {
  const { id, listingId, producerId, offered, pays, kind, at } = offer
  const season = kind === 'pre-order' ? offer : null
  const making = kind === 'made-to-order' ? offer : null
  await tx
    .insertInto('ahead_offer')
    .values({
      id,
      listing_id: listingId,
      producer_id: producerId,
      kind,
      offered,
      pays,
      season: season?.season ?? null,
      first_delivery_on: season?.firstDeliveryOn ?? null,
      last_order_on: season?.lastOrderOn ?? null,
      lead_least: making?.leadLeast ?? null,
      lead_most: making?.leadMost ?? null,
      period: making?.period ?? null,
      opened_at: at,
    })
    .execute()
}

export async function lockAhead(
  tx: Tx,
  id: AheadOfferId,
): Promise<{ endedAt: Date | null; organisationId: OrganisationId | null } | undefined> {
  const locked = await tx
    .selectFrom('ahead_offer')
    .where('id', '=', id)
    .select(['producer_id as producerId', 'ended_at as endedAt'])
    .forUpdate()
    .executeTakeFirst()
  if (!locked) return undefined
  const producer = await tx
    .selectFrom('producer_card')
    .where('id', '=', locked.producerId)
    .select('organisation_id as organisationId')
    .executeTakeFirst()
  return { endedAt: locked.endedAt, organisationId: producer?.organisationId ?? null }
}

export async function updateAheadEnded(tx: Tx, id: AheadOfferId, at: Date | null): Promise<void> {
  await tx.updateTable('ahead_offer').set({ ended_at: at }).where('id', '=', id).execute()
}

/** What a seller offers ahead, the newest first, with how much of it is promised and how much of that waits. */
export async function selectAheadOf(db: ReadDb, producerId: ProducerId) {
  return db
    .selectFrom('ahead_offer as offer')
    .innerJoin('listing', 'listing.id', 'offer.listing_id')
    .innerJoin('product_card as product', 'product.id', 'listing.product_id')
    .innerJoin('pack_card as pack', 'pack.id', 'listing.pack_id')
    .where('offer.producer_id', '=', producerId)
    .select([
      'offer.id',
      'offer.listing_id as listingId',
      'listing.pack_id as packId',
      'product.name as productName',
      'pack.name as packName',
      'listing.unit',
      'offer.kind',
      'offer.offered',
      'offer.pays',
      'offer.season',
      'offer.first_delivery_on as firstDeliveryOn',
      'offer.last_order_on as lastOrderOn',
      'offer.lead_least as leadLeast',
      'offer.lead_most as leadMost',
      'offer.period',
      'offer.ended_at as endedAt',
      sql<number>`(select coalesce(sum(promised), 0)::int from ahead_slot where offer_id = offer.id)`.as('promised'),
      sql<number>`(select coalesce(sum(quantity), 0)::int from promise where offer_id = offer.id and status = 'promised')`.as('waiting'),
    ])
    .orderBy('offer.opened_at', 'desc')
    .orderBy('offer.id')
    .limit(100)
    .execute()
}

/** Orders of a seller that wait for their goods, in the order in which they are served: who knows of too few stands after the others. */
export async function selectWaitingOrders(db: ReadDb, producerId: ProducerId) {
  const rows = await db
    .selectFrom('shop_order')
    .innerJoin('order_group', 'order_group.id', 'shop_order.group_id')
    .where('producer_id', '=', producerId)
    .where('fulfilment_status', '=', 'promised')
    .select([
      'shop_order.id',
      'shop_order.code',
      'shop_order.payment_status as payment',
      'shop_order.fulfilment_status as fulfilment',
      'shop_order.due_on as dueOn',
      'shop_order.pays_when as pays',
      'shop_order.short_at as shortAt',
      'shop_order.total_vnd as totalVnd',
      'order_group.buyer_name as buyerName',
      'shop_order.hold_until as holdUntil',
      sql<string>`(select string_agg(product_name || coalesce(', ' || net_content, '') || ' × ' || quantity, '; ' order by product_name collate "vi-x-icu", id) from order_line where order_id = shop_order.id)`.as(
        'contents',
      ),
      sql<
        string[]
      >`array(select distinct offer_id from promise join order_line on order_line.id = promise.order_line_id where order_line.order_id = shop_order.id)`.as(
        'offerIds',
      ),
    ])
    .orderBy(sql`(shop_order.short_at is not null)`)
    .orderBy('shop_order.created_at')
    .orderBy('shop_order.id')
    .limit(1000)
    .execute()
  return rows.map((row) => ({ ...row, totalVnd: dong(row.totalVnd) }))
}

/** Whoever gives goods to the orders of a seller waits for another who does: first come, first served. */
export async function lockTurn(tx: Tx, orderId: OrderId): Promise<boolean> {
  const { rows } = await sql`
    select pg_advisory_xact_lock(hashtextextended('allot:' || producer_id, 0)) from shop_order where id = ${orderId}`.execute(tx)
  return rows.length > 0
}

/** Orders that stand before one in the turn of its seller, wait for one of the same packs and could be served. */
export async function selectBefore(db: ReadDb, orderId: OrderId): Promise<OrderId[]> {
  const { rows } = await sql<{ id: OrderId }>`
    select distinct o.id from shop_order o join order_line l on l.order_id = o.id, shop_order own
    where own.id = ${orderId} and o.producer_id = own.producer_id and o.id <> own.id and o.fulfilment_status = 'promised'
      and l.pack_id in (select pack_id from order_line where order_id = own.id)
      and (o.pays_when = 'when-there' or o.payment_status in ('under', 'paid', 'over'))
      and ((o.short_at is not null), o.created_at, o.id) < ((own.short_at is not null), own.created_at, own.id)`.execute(db)
  return rows.map(({ id }) => id)
}

/** Sellers to whose orders goods are owed. */
export async function selectOwing(db: ReadDb): Promise<ProducerId[]> {
  const rows = await db
    .selectFrom('shop_order')
    .where('fulfilment_status', '=', 'promised')
    .select('producer_id as producerId')
    .distinct()
    .orderBy('producer_id')
    .execute()
  return rows.map(({ producerId }) => producerId)
}
