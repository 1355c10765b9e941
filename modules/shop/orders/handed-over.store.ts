import { sql } from 'kysely'
import type { ReadDb } from '../../context.ts'
import type { OrderId } from '../rules/ids.ts'

/** The last nine digits of a telephone number: however it was written, they are its own. */
const digits = (column: string) => sql<string>`right(regexp_replace(coalesce(${sql.ref(column)}, ''), '\\D', '', 'g'), 9)`

/**
 * Whether whoever sells bought of themselves: by the account of somebody who works there, or by a telephone number of the producer or of one of its
 * people.
 */
export async function isSellersOwn(db: ReadDb, orderId: OrderId): Promise<boolean> {
  const row = await db
    .selectFrom('shop_order')
    .innerJoin('order_group', 'order_group.id', 'shop_order.group_id')
    .innerJoin('producer_card as producer', 'producer.id', 'shop_order.producer_id')
    .leftJoin('active_member_card as member', 'member.organisation_id', 'producer.organisation_id')
    .leftJoin('person_card as person', 'person.id', 'member.user_id')
    .where('shop_order.id', '=', orderId)
    .where((eb) =>
      eb.or([
        eb('order_group.user_id', '=', eb.ref('member.user_id')),
        eb.and([
          eb(digits('order_group.buyer_phone'), '<>', ''),
          eb.or([
            eb(digits('order_group.buyer_phone'), '=', digits('producer.phone')),
            eb(digits('order_group.buyer_phone'), '=', digits('person.phone')),
          ]),
        ]),
      ]),
    )
    .select('shop_order.id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Orders that buyers placed themselves and that were handed over between two moments, and are still with them. */
export const selectHandedOver = (db: ReadDb, { from, to }: { from: Date; to: Date }) =>
  db
    .selectFrom('shop_order')
    .innerJoin('order_group', 'order_group.id', 'shop_order.group_id')
    .innerJoin('order_move as move', (join) => join.onRef('move.order_id', '=', 'shop_order.id').on('move.move', '=', 'hand-over'))
    .where('shop_order.fulfilment_status', '=', 'handed-over')
    .where('order_group.source', '=', 'buyer')
    .where('move.at', '>=', from)
    .where('move.at', '<=', to)
    .groupBy('shop_order.id')
    .select((eb) => ['shop_order.id', 'shop_order.group_id as groupId', eb.fn.max('move.at').as('handedOverAt')])
    .orderBy('shop_order.id')
    .limit(2000)
    .execute()
