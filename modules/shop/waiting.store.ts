import { sql } from 'kysely'
import type { ReadDb } from '../context.ts'
import type { OrganisationId } from '../identity/rules.ts'
import type { Pile } from '../waiting.ts'
import { pileOf } from '../waiting.store.ts'
import { inQueue } from './orders/order-list.store.ts'
import type { SellersQueue } from './rules.ts'

/** The orders of a seller that wait for it, by queue; what nobody paid for is in time until its hold ends. */
export async function selectOrderPiles(db: ReadDb, organisationIds: readonly OrganisationId[]): Promise<Record<SellersQueue, Pile>> {
  const pile = (queue: SellersQueue) =>
    pileOf(
      db,
      db
        .selectFrom('shop_order')
        .innerJoin('producer_card as producer', 'producer.id', 'shop_order.producer_id')
        .where('producer.organisation_id', 'in', [...organisationIds])
        .where(inQueue(queue))
        .select((eb) => [
          'shop_order.id',
          'shop_order.code as about',
          'shop_order.updated_at as since',
          queue === 'to-check' ? eb.ref('shop_order.hold_until').as('until') : sql<null>`null::timestamptz`.as('until'),
        ]),
    )
  const [toCheck, toDecide, toHandOver] = await Promise.all([pile('to-check'), pile('to-decide'), pile('to-hand-over')])
  return { 'to-check': toCheck, 'to-decide': toDecide, 'to-hand-over': toHandOver }
}

export const selectUnverifiedSellers = (db: ReadDb) =>
  pileOf(
    db,
    db
      .selectFrom('seller')
      .innerJoin('producer_card as producer', 'producer.id', 'seller.producer_id')
      .where('seller.verified_at', 'is', null)
      .select(['producer.id', 'producer.name as about', 'seller.updated_at as since', sql<null>`null::date`.as('until')]),
  )
