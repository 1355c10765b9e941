import type { LineState } from '@dacsan/bank-statements'
import { insertRows } from '@dacsan/platform/insert-rows'
import { dong } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { sql } from 'kysely'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { BillId, OrderId } from '../../shop/rules.ts'
import type { BankLineId, BankRefundId, ReceivingAccountId } from '../rules/ids.ts'
import type { Answer, CameBy } from '../rules/kinds.ts'
import type { LinePart } from '../rules/judge-lines.ts'
import type { NewLine } from '../rules/new-line.ts'
import { dayOf } from '../rules/new-line.ts'

export type LineToInsert = NewLine & { id: BankLineId; state: LineState; order: OrderNamed | null; bill: BillNamed | null }
/** An order and its code, which nobody changes. */
export type OrderNamed = { id: OrderId; code: string }
/** The bill of a month, and its code. */
export type BillNamed = { id: BillId; code: string }

export async function insertLines(
  tx: Tx,
  of: { producerId: ProducerId; accountId: ReceivingAccountId; cameBy: CameBy; at: Date },
  lines: readonly LineToInsert[],
): Promise<void> {
  const rows = lines.map((line, place) => ({
    place,
    id: line.id,
    producer_id: of.producerId,
    account_id: of.accountId,
    at_text: line.at,
    booked_on: dayOf(line),
    direction: line.direction,
    amount_vnd: line.amount,
    content: line.content,
    reference: line.reference,
    balance_vnd: line.balance,
    state: line.state,
    order_id: line.order?.id ?? null,
    order_code: line.order?.code ?? null,
    bill_id: line.bill?.id ?? null,
    bill_code: line.bill?.code ?? null,
    came_by: of.cameBy,
    came_at: of.at,
  }))
  await insertRows(tx, 'bank_line', rows)
}

export async function insertKeys(tx: Tx, keys: readonly { key: string; lineId: BankLineId }[], at: Date): Promise<void> {
  await insertRows(
    tx,
    'bank_line_key',
    keys.map(({ key, lineId }) => ({ key, line_id: lineId, at })),
  )
}

export type NewAnswer = {
  lineId: BankLineId
  answer: Answer
  order: OrderNamed | null
  bill?: BillNamed | null
  refundId?: BankRefundId
  note?: string
  at: Date
  byId: UserId | null
  byName: string
}

export async function insertAnswers(tx: Tx, given: readonly NewAnswer[]): Promise<void> {
  await insertRows(
    tx,
    'bank_line_answer',
    given.map((one) => ({
      line_id: one.lineId,
      answer: one.answer,
      order_id: one.order?.id ?? null,
      order_code: one.order?.code ?? null,
      bill_id: one.bill?.id ?? null,
      refund_id: one.refundId ?? null,
      note: one.note ?? '',
      at: one.at,
      by_id: one.byId,
      by_name: one.byName,
    })),
  )
}

/** What of a line was put to which order of a bill. */
export async function insertParts(tx: Tx, lineId: BankLineId, parts: readonly LinePart[]): Promise<void> {
  await insertRows(
    tx,
    'bank_line_part',
    parts.map(({ orderId, orderCode, amountVnd }) => ({
      line_id: lineId,
      order_id: orderId,
      order_code: orderCode,
      amount_vnd: amountVnd,
    })),
  )
}

/** Which of these keys are in the books, each with its line. */
export async function selectKnownKeys(db: ReadDb, keys: readonly string[]): Promise<Map<string, BankLineId>> {
  if (keys.length === 0) return new Map()
  const rows = await db
    .selectFrom('bank_line_key')
    .where('key', 'in', [...keys])
    .select(['key', 'line_id as lineId'])
    .execute()
  return new Map(rows.map(({ key, lineId }) => [key, lineId]))
}

/** Lines of an account on some days that no telling of this kind has named yet. `kind`: what its keys begin with. */
export async function selectUnnamed(
  db: ReadDb,
  accountId: ReceivingAccountId,
  days: readonly PlainDate[],
  kind: string,
): Promise<(NewLine & { id: BankLineId })[]> {
  if (days.length === 0) return []
  const rows = await db
    .selectFrom('bank_line')
    .where('account_id', '=', accountId)
    .where('booked_on', 'in', [...days])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('bank_line_key as named')
            .whereRef('named.line_id', '=', 'bank_line.id')
            .where('named.key', 'like', `${kind}%`)
            .select('named.key'),
        ),
      ),
    )
    .select(['id', 'at_text as at', 'amount_vnd as amount', 'direction', 'content', 'reference', 'balance_vnd as balance'])
    .orderBy('booked_on')
    .orderBy('id')
    .execute()
  return rows
}

const lines = (db: ReadDb) =>
  db
    .selectFrom('bank_line')
    .innerJoin('producer_card as producer', 'producer.id', 'bank_line.producer_id')
    .leftJoin('bank_line_answer as given', 'given.line_id', 'bank_line.id')
    .select([
      'bank_line.id',
      'bank_line.producer_id as producerId',
      'producer.organisation_id as organisationId',
      'bank_line.account_id as accountId',
      'bank_line.at_text as at',
      'bank_line.booked_on as bookedOn',
      'bank_line.direction',
      'bank_line.amount_vnd as amountVnd',
      'bank_line.content',
      'bank_line.reference',
      'bank_line.state',
      'bank_line.order_id as orderId',
      'bank_line.order_code as orderCode',
      'bank_line.bill_id as billId',
      'bank_line.bill_code as billCode',
      // What of it stands in the books of orders of the bill already.
      sql<number>`coalesce((select sum(part.amount_vnd) from bank_line_part part where part.line_id = bank_line.id), 0)::float8`.as(
        'sharedVnd',
      ),
      'bank_line.came_by as cameBy',
      'given.answer',
      'given.order_id as answeredOrderId',
      'given.order_code as answeredOrderCode',
      'given.note',
      'given.at as answeredAt',
      'given.by_name as answeredByName',
    ])

type LineRow = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]
const asLine = ({ amountVnd, ...row }: LineRow) => ({ ...row, amountVnd: dong(amountVnd) })
export type StoredLine = ReturnType<typeof asLine>

export async function selectLine(db: ReadDb, id: BankLineId): Promise<StoredLine | undefined> {
  const row = await lines(db).where('bank_line.id', '=', id).executeTakeFirst()
  return row && asLine(row)
}

/** What came in and waits for an answer of the seller, the oldest first. */
export async function selectOpenLines(db: ReadDb, producerId: ProducerId, most: number): Promise<StoredLine[]> {
  const rows = await lines(db)
    .where('bank_line.producer_id', '=', producerId)
    .where('bank_line.direction', '=', 'in')
    .where('given.line_id', 'is', null)
    .orderBy('bank_line.booked_on')
    .orderBy('bank_line.came_at')
    .orderBy('bank_line.place')
    .orderBy('bank_line.id')
    .limit(most)
    .execute()
  return rows.map(asLine)
}

/** Money that went out and is not tied to a refund. */
export async function selectUntiedOutgoing(
  db: ReadDb,
  producerId: ProducerId,
  of: { amountVnd?: number; most: number },
): Promise<StoredLine[]> {
  const rows = await lines(db)
    .where('bank_line.producer_id', '=', producerId)
    .where('bank_line.direction', '=', 'out')
    .where('given.line_id', 'is', null)
    .$if(of.amountVnd !== undefined, (query) => query.where('bank_line.amount_vnd', '=', of.amountVnd!))
    .orderBy('bank_line.booked_on', 'desc')
    .orderBy('bank_line.id')
    .limit(of.most)
    .execute()
  return rows.map(asLine)
}

/** The lines that were put to an order. */
export async function selectLinesOfOrder(db: ReadDb, orderId: OrderId): Promise<StoredLine[]> {
  const rows = await lines(db)
    .where((eb) =>
      eb.or([
        eb('given.order_id', '=', orderId),
        eb.and([eb('bank_line.order_id', '=', orderId), eb('given.line_id', 'is', null)]),
        eb.exists(
          eb
            .selectFrom('bank_line_part as part')
            .whereRef('part.line_id', '=', 'bank_line.id')
            .where('part.order_id', '=', orderId)
            .select('part.line_id'),
        ),
      ]),
    )
    .orderBy('bank_line.booked_on')
    .orderBy('bank_line.id')
    .execute()
  return rows.map(asLine)
}

/** What the lines under these keys say moved. */
export async function selectMovedByKeys(db: ReadDb, keys: readonly string[]) {
  if (keys.length === 0) return new Map<string, { amount: number; direction: 'in' | 'out' }>()
  const rows = await db
    .selectFrom('bank_line_key')
    .innerJoin('bank_line', 'bank_line.id', 'bank_line_key.line_id')
    .where('bank_line_key.key', 'in', [...keys])
    .select(['bank_line_key.key', 'bank_line.amount_vnd as amount', 'bank_line.direction'])
    .execute()
  return new Map(rows.map(({ key, ...moved }) => [key, moved]))
}
