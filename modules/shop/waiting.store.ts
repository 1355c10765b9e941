import { sql } from 'kysely'
import type { ReadDb } from '../context.ts'
import type { OrganisationId } from '../identity/rules.ts'
import { pileOf } from '../waiting.store.ts'
import { inQueue } from './orders/order-list.store.ts'
import type { SellersQueue } from './rules.ts'

const inQueueOf = (queue: SellersQueue) =>
  pileOf<{ organisationIds: readonly OrganisationId[] }>((db, { organisationIds }) =>
    db
      .selectFrom('shop_order')
      .innerJoin('producer_card as producer', 'producer.id', 'shop_order.producer_id')
      .where('producer.organisation_id', 'in', organisationIds)
      .where(inQueue(queue))
      .select((eb) => [
        'shop_order.id',
        'shop_order.code as about',
        'shop_order.updated_at as since',
        queue === 'to-check' || queue === 'to-confirm'
          ? eb.ref('shop_order.hold_until').as('until')
          : sql<null>`null::timestamptz`.as('until'),
      ]),
  )

/** The orders of a seller that wait for it, by queue; what nobody paid for is in time until its hold ends. */
export const selectOrdersIn = {
  'to-confirm': inQueueOf('to-confirm'),
  'to-check': inQueueOf('to-check'),
  'to-decide': inQueueOf('to-decide'),
  'to-hand-over': inQueueOf('to-hand-over'),
  'to-collect': inQueueOf('to-collect'),
} satisfies Record<SellersQueue, unknown>

const listingsAs = (db: ReadDb) =>
  db
    .selectFrom('listing')
    .innerJoin('product_card as product', (join) =>
      join.onRef('product.id', '=', 'listing.product_id').onRef('product.producer_id', '=', 'listing.producer_id'),
    )

export const selectListingsToRead = pileOf((db) =>
  listingsAs(db)
    .where('listing.status', '=', 'waiting')
    .select(['listing.id', 'product.name as about', 'listing.submitted_at as since', sql<null>`null::date`.as('until')]),
)

/** By product: the page of one shows its packs. */
export const selectReturnedListings = pileOf<{ organisationIds: readonly OrganisationId[] }>((db, { organisationIds }) =>
  listingsAs(db)
    .innerJoin('producer_card as producer', 'producer.id', 'listing.producer_id')
    .where('producer.organisation_id', 'in', organisationIds)
    .where('listing.status', '=', 'returned')
    .select(['listing.product_id as id', 'product.name as about', 'listing.updated_at as since', sql<null>`null::date`.as('until')]),
)

/** Recognised, and nobody knows until when: its producer has the paper. */
export const selectTermsUnknown = pileOf<{ organisationIds: readonly OrganisationId[] }>((db, { organisationIds }) =>
  db
    .selectFrom('product_card as product')
    .innerJoin('producer_card as producer', 'producer.id', 'product.producer_id')
    .where('producer.organisation_id', 'in', organisationIds)
    .where('product.standing', '=', 'certified')
    .where('product.certified_until', 'is', null)
    .select(['product.id', 'product.name as about', 'product.created_at as since', sql<null>`null::date`.as('until')]),
)

/** Sellers that are not verified, and papers of others that wait to be read: each seller once, it has a page. */
export const selectUnverifiedSellers = pileOf((db) =>
  db
    .selectFrom('seller')
    .innerJoin('producer_card as producer', 'producer.id', 'seller.producer_id')
    .where((eb) =>
      eb.or([
        eb('seller.verified_at', 'is', null),
        eb.exists(
          eb
            .selectFrom('seller_paper as handed')
            .whereRef('handed.producer_id', '=', 'seller.producer_id')
            .where('handed.status', '=', 'waiting')
            .select('handed.id'),
        ),
      ]),
    )
    .select(['producer.id', 'producer.name as about', 'seller.updated_at as since', sql<null>`null::date`.as('until')]),
)

/** Orders of authorities that nobody carried out yet, with the moment by which. */
export const selectOrdersToCarryOut = pileOf((db) =>
  db
    .selectFrom('shop_suspension as suspension')
    .innerJoin('suspension_period as period', 'period.id', 'suspension.id')
    .innerJoin('producer_card as producer', 'producer.id', 'suspension.producer_id')
    .where('suspension.kind', '=', 'order')
    .where('period.starts_at', 'is', null)
    .where('period.ends_at', 'is', null)
    .select([
      'suspension.producer_id as id',
      'producer.name as about',
      'suspension.received_at as since',
      'suspension.carry_out_by as until',
    ]),
)

type Own = { organisationIds: readonly OrganisationId[] }

/** What a seller was sent back of its papers, and did not hand in anew. */
export const selectReturnedPapers = pileOf<Own>((db, { organisationIds }) =>
  db
    .selectFrom('seller_paper as handed')
    .innerJoin('producer_card as producer', 'producer.id', 'handed.producer_id')
    .where('producer.organisation_id', 'in', organisationIds)
    .where('handed.status', '=', 'returned')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('seller_paper as later')
            .whereRef('later.producer_id', '=', 'handed.producer_id')
            .whereRef('later.kind', '=', 'handed.kind')
            .where('later.set_code', 'is not distinct from', eb.ref('handed.set_code'))
            .whereRef('later.handed_in_at', '>', 'handed.handed_in_at')
            .select('later.id'),
        ),
      ),
    )
    .select(['handed.id', 'handed.kind as about', 'handed.judged_at as since', sql<null>`null::date`.as('until')]),
)

/** Where a seller is told that it will be stopped, or is. */
export const selectOwnSuspensions = pileOf<Own>((db, { organisationIds }) =>
  db
    .selectFrom('shop_suspension as suspension')
    .innerJoin('suspension_period as period', 'period.id', 'suspension.id')
    .innerJoin('producer_card as producer', 'producer.id', 'suspension.producer_id')
    .where('producer.organisation_id', 'in', organisationIds)
    .where('period.starts_at', 'is not', null)
    .where('period.ends_at', 'is', null)
    .select(['suspension.id', 'suspension.reason as about', 'suspension.at as since', 'suspension.starts_at as until']),
)
