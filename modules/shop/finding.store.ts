import { holdsCode, holdsWords } from '@dacsan/platform/folded-text'
import { dong } from '@dacsan/vietnam'
import { sql } from 'kysely'
import type { SqlBool } from 'kysely'
import type { ReadDb } from '../context.ts'
import type { Asked } from '../finding.ts'
import type { OrganisationId } from '../identity/rules.ts'

/** Orders of these sellers whose code, buyer, telephone number or goods are asked for, the latest first. */
export async function selectAskedOrders(db: ReadDb, { words, code, most }: Asked, sellers: readonly OrganisationId[]) {
  const rows = await db
    .selectFrom('shop_order')
    .innerJoin('order_group', 'order_group.id', 'shop_order.group_id')
    .innerJoin('producer_card as producer', 'producer.id', 'shop_order.producer_id')
    .select([
      'shop_order.id',
      'shop_order.code',
      'shop_order.payment_status as payment',
      'shop_order.fulfilment_status as fulfilment',
      'shop_order.total_vnd as totalVnd',
      'order_group.buyer_name as buyerName',
      'order_group.buyer_phone as buyerPhone',
    ])
    .where('producer.organisation_id', 'in', [...sellers])
    .where(
      sql<SqlBool>`(${holdsWords(sql.ref('order_group.buyer_name'), words)} or ${holdsCode(sql.ref('shop_order.code'), code)}
        or ${holdsCode(sql.ref('order_group.buyer_phone'), code)}
        or exists (select from order_line where order_id = shop_order.id and ${holdsWords(sql.ref('order_line.product_name'), words)}))`,
    )
    .orderBy('shop_order.created_at', 'desc')
    .orderBy('shop_order.id', 'desc')
    .limit(most + 1)
    .execute()
  return rows.map((row) => ({ ...row, totalVnd: dong(row.totalVnd) }))
}
