import { withCommit } from '@dacsan/platform/context'
import { sql } from 'kysely'
import { dong } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { Voucher, WantedVoucher } from '../rules.ts'
import type { OrderId, VoucherId } from '../rules/ids.ts'
import type { UsedVoucher } from '../rules.ts'

const vouchers = (db: ReadDb) =>
  db
    .selectFrom('voucher')
    .select([
      'id as voucherId',
      'producer_id as producerId',
      'code',
      'percent',
      'amount_vnd as amountVnd',
      'from_vnd as fromVnd',
      'until_on as untilOn',
      'most_uses as mostUses',
      'uses',
      'ended_at as endedAt',
      sql<`pck_${string}`[]>`array(select pack_id from voucher_pack where voucher_id = voucher.id order by pack_id)`.as('packIds'),
    ])
type Row = Awaited<ReturnType<ReturnType<typeof vouchers>['execute']>>[number]

export const asVoucher = ({ percent, amountVnd, fromVnd, untilOn, endedAt, ...row }: Row): Voucher & { producerId: ProducerId } => ({
  ...row,
  ...(percent === null ? { percent, amountVnd: dong(amountVnd!) } : { percent, amountVnd: null }),
  fromVnd: dong(fromVnd),
  untilOn: untilOn as PlainDate,
  ended: endedAt !== null,
})

export const selectVouchersOf = async (db: ReadDb, producerId: ProducerId) =>
  (await vouchers(db).where('producer_id', '=', producerId).orderBy('created_at', 'desc').orderBy('id').execute()).map(asVoucher)

/**
 * The vouchers behind the codes that a buyer typed. With `lock`, in the order of their ids until the transaction ends: who orders at the same moment waits,
 * and sees each use. `phone`: whether an order by it stands that used one; unknown before the order.
 */
export async function selectWantedVouchers(
  db: ReadDb,
  codes: Readonly<Record<ProducerId, string>>,
  { phone, lock = false }: { phone: string | null; lock?: boolean },
): Promise<Record<ProducerId, WantedVoucher>> {
  const wanted = Object.entries(codes) as [ProducerId, string][]
  if (wanted.length === 0) return {}
  const rows = await vouchers(db)
    .where((eb) => eb.or(wanted.map(([producerId, code]) => eb.and([eb('producer_id', '=', producerId), eb('code', '=', code)]))))
    .orderBy('id')
    .$if(lock, (query) => query.forUpdate())
    .execute()
  const used =
    phone === null || rows.length === 0
      ? []
      : await selectUsedBy(
          db,
          rows.map(({ voucherId }) => voucherId),
          phone,
        )
  return Object.fromEntries(
    wanted.map(([producerId, code]): [ProducerId, WantedVoucher] => {
      const row = rows.find((one) => one.producerId === producerId)
      return [producerId, { code, voucher: row && asVoucher(row), usedBefore: row !== undefined && used.includes(row.voucherId) }]
    }),
  )
}

async function selectUsedBy(db: ReadDb, ids: readonly VoucherId[], phone: string): Promise<VoucherId[]> {
  const rows = await db
    .selectFrom('voucher_use')
    .innerJoin('shop_order', 'shop_order.id', 'voucher_use.order_id')
    .innerJoin('order_group', 'order_group.id', 'shop_order.group_id')
    .where('voucher_use.voucher_id', 'in', ids)
    .where('voucher_use.given_back_at', 'is', null)
    .where('order_group.buyer_phone', '=', phone)
    .select('voucher_use.voucher_id as voucherId')
    .distinct()
    .execute()
  return rows.map(({ voucherId }) => voucherId)
}

/** Written with the commit, behind the orders that use them; the vouchers are locked by `selectWantedVouchers`. */
export async function insertUses(tx: Tx, uses: readonly { orderId: OrderId; voucher: UsedVoucher }[], at: Date): Promise<void> {
  if (uses.length === 0) return
  const rows = uses.map(({ orderId, voucher }) => ({
    order_id: orderId,
    voucher_id: voucher.voucherId,
    amount_vnd: voucher.discountVnd,
    at,
  }))
  await withCommit(tx, tx.insertInto('voucher_use').values(rows).compile())
  // The orders of a purchase use it once.
  const ids = [...new Set(uses.map(({ voucher }) => voucher.voucherId))]
  const counted = tx.updateTable('voucher').set({ uses: sql<number>`uses + 1` })
  await withCommit(tx, counted.where('id', 'in', ids).compile())
}

/** The order was given up: once all orders of its purchase are, its voucher may be used once more. Called after its goods were let go: vouchers are locked last. */
export async function giveBackUse(tx: Tx, orderId: OrderId, at: Date): Promise<void> {
  const [back] = await tx
    .updateTable('voucher_use')
    .set({ given_back_at: at })
    .where('order_id', '=', orderId)
    .where('given_back_at', 'is', null)
    .returning('voucher_id as voucherId')
    .execute()
  if (back) await countPurchase(tx, { voucherId: back.voucherId, orderId }, -1)
}

/** The order stands again at the price that it was promised, also where others used the last of the voucher meanwhile. */
export async function retakeUse(tx: Tx, orderId: OrderId): Promise<void> {
  const [again] = await tx
    .updateTable('voucher_use')
    .set({ given_back_at: null })
    .where('order_id', '=', orderId)
    .where('given_back_at', 'is not', null)
    .returning('voucher_id as voucherId')
    .execute()
  if (again) await countPurchase(tx, { voucherId: again.voucherId, orderId }, 1)
}

/** Counts the purchase of an order in or out, unless another order of it uses the voucher. */
async function countPurchase(tx: Tx, { voucherId, orderId }: { voucherId: VoucherId; orderId: OrderId }, change: 1 | -1): Promise<void> {
  // Two orders of a purchase that end at the same moment see each other only one after the other.
  await tx.selectFrom('voucher').where('id', '=', voucherId).select('id').forUpdate().execute()
  await tx
    .updateTable('voucher')
    .set({ uses: sql<number>`uses + ${change}` })
    .where('id', '=', voucherId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('voucher_use as other')
            .innerJoin('shop_order as beside', 'beside.id', 'other.order_id')
            .innerJoin('shop_order as own', 'own.group_id', 'beside.group_id')
            .where('own.id', '=', orderId)
            .where('other.order_id', '<>', orderId)
            .where('other.voucher_id', '=', voucherId)
            .where('other.given_back_at', 'is', null)
            .select('other.order_id'),
        ),
      ),
    )
    .execute()
}
