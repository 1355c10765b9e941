import { dong } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { OrderId } from '../../shop/rules.ts'
import type { BankRefundId } from '../rules/ids.ts'

export type NewRefund = {
  id: BankRefundId
  orderId: OrderId
  producerId: ProducerId
  amountVnd: number
  sentOn: PlainDate
  reference: string
  file: { hash: string; name: string } | null
  requestKey: string
  at: Date
  byId: UserId | null
  byName: string
}

export async function insertRefund(tx: Tx, refund: NewRefund): Promise<void> {
  await tx
    .insertInto('bank_refund')
    .values({
      id: refund.id,
      order_id: refund.orderId,
      producer_id: refund.producerId,
      amount_vnd: refund.amountVnd,
      sent_on: refund.sentOn,
      reference: refund.reference,
      file_hash: refund.file?.hash ?? null,
      file_name: refund.file?.name ?? null,
      request_key: refund.requestKey,
      at: refund.at,
      by_id: refund.byId,
      by_name: refund.byName,
    })
    .execute()
}

const refunds = (db: ReadDb) =>
  db
    .selectFrom('bank_refund')
    .leftJoin('bank_line_answer as tied', 'tied.refund_id', 'bank_refund.id')
    .leftJoin('bank_line as outgoing', 'outgoing.id', 'tied.line_id')
    .select([
      'bank_refund.id',
      'bank_refund.order_id as orderId',
      'bank_refund.producer_id as producerId',
      'bank_refund.amount_vnd as amountVnd',
      'bank_refund.sent_on as sentOn',
      'bank_refund.reference',
      'bank_refund.file_hash as fileHash',
      'bank_refund.file_name as fileName',
      'bank_refund.request_key as requestKey',
      'bank_refund.at',
      'bank_refund.by_name as byName',
      'tied.line_id as lineId',
      'outgoing.at_text as lineAt',
    ])

type RefundRow = Awaited<ReturnType<ReturnType<typeof refunds>['execute']>>[number]
const asRefund = ({ amountVnd, ...row }: RefundRow) => ({ ...row, amountVnd: dong(amountVnd) })
export type StoredRefund = ReturnType<typeof asRefund>

export async function selectRefund(db: ReadDb, id: BankRefundId): Promise<StoredRefund | undefined> {
  const row = await refunds(db).where('bank_refund.id', '=', id).executeTakeFirst()
  return row && asRefund(row)
}

export async function selectRefundByKey(db: ReadDb, requestKey: string): Promise<StoredRefund | undefined> {
  const row = await refunds(db).where('bank_refund.request_key', '=', requestKey).executeTakeFirst()
  return row && asRefund(row)
}

export async function selectRefundsOfOrder(db: ReadDb, orderId: OrderId): Promise<StoredRefund[]> {
  const rows = await refunds(db)
    .where('bank_refund.order_id', '=', orderId)
    .orderBy('bank_refund.sent_on')
    .orderBy('bank_refund.id')
    .execute()
  return rows.map(asRefund)
}

/** Refunds whose transfer has not been seen in the account yet. */
export async function selectUnseenRefunds(db: ReadDb, producerId: ProducerId): Promise<StoredRefund[]> {
  const rows = await refunds(db)
    .where('bank_refund.producer_id', '=', producerId)
    .where('tied.line_id', 'is', null)
    .orderBy('bank_refund.sent_on')
    .orderBy('bank_refund.id')
    .limit(200)
    .execute()
  return rows.map(asRefund)
}

/** The photo or paper of a refund as it is kept. */
export function selectProof(db: ReadDb, id: BankRefundId) {
  return db
    .selectFrom('bank_refund')
    .innerJoin('stored_file_card as file', 'file.hash', 'bank_refund.file_hash')
    .where('bank_refund.id', '=', id)
    .select(['bank_refund.order_id as orderId', 'file.hash', 'file.media_type as mediaType', 'bank_refund.file_name as name'])
    .executeTakeFirst()
}
