import { sql } from 'kysely'
import type { ProductId } from '../catalogue/rules.ts'
import type { ReadDb, Tx } from '../context.ts'
import type { DoubtCard, DoubtStatus } from './rules.ts'
import type { DoubtId, LotId } from './rules/ids.ts'

const doubts = (db: ReadDb) =>
  db
    .selectFrom('doubt_report as doubt')
    .leftJoin('product_card as product', 'product.id', 'doubt.product_id')
    .leftJoin('lot', 'lot.id', 'doubt.lot_id')
    .select([
      'doubt.id',
      'doubt.case_code as caseCode',
      'doubt.code',
      'doubt.status',
      'doubt.at',
      'doubt.text',
      'doubt.place',
      'doubt.contact',
      'doubt.answer',
      'doubt.handled_by as handledBy',
      'doubt.handled_at as handledAt',
      'product.id as productId',
      'product.name as productName',
      'lot.id as lotId',
      'lot.number as lotNumber',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof doubts>['executeTakeFirstOrThrow']>>

function toCard({ productId, productName, lotId, lotNumber, ...doubt }: Row): DoubtCard {
  return {
    ...doubt,
    product: productId !== null && productName !== null ? { id: productId, name: productName } : null,
    lot: lotId !== null && lotNumber !== null ? { id: lotId, number: lotNumber } : null,
  }
}

/** The longest waiting first; what is closed after it, the newest first. */
export async function selectDoubts(db: ReadDb, which: 'open' | 'closed'): Promise<DoubtCard[]> {
  const rows = await doubts(db)
    .where('doubt.status', which === 'open' ? 'in' : 'not in', ['new', 'checking'])
    .orderBy('doubt.at', which === 'open' ? 'asc' : 'desc')
    .limit(200)
    .execute()
  return rows.map(toCard)
}

export async function selectDoubt(db: ReadDb, by: 'id' | 'case_code' | 'request_key', value: string): Promise<DoubtCard | undefined> {
  const row = await doubts(db).where(`doubt.${by}`, '=', value).executeTakeFirst()
  return row && toCard(row)
}

export async function lockDoubt(tx: Tx, id: DoubtId): Promise<DoubtCard | undefined> {
  const locked = await tx.selectFrom('doubt_report').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectDoubt(tx, 'id', id)
}

/** False when a report with this key is there already. */
export async function insertDoubt(
  tx: Tx,
  doubt: {
    id: DoubtId
    caseCode: string
    code: string
    lotId: LotId | null
    productId: ProductId | null
    text: string
    place: string | null
    contact: string | null
    requestKey: string
    at: Date
  },
): Promise<boolean> {
  const inserted = await tx
    .insertInto('doubt_report')
    .values({
      id: doubt.id,
      case_code: doubt.caseCode,
      code: doubt.code,
      lot_id: doubt.lotId,
      product_id: doubt.productId,
      text: doubt.text,
      place: doubt.place,
      contact: doubt.contact,
      request_key: doubt.requestKey,
      at: doubt.at,
    })
    .onConflict((conflict) => conflict.column('request_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export async function updateDoubt(
  tx: Tx,
  id: DoubtId,
  { status, answer, by, at }: { status: DoubtStatus; answer: string | null; by: string; at: Date },
): Promise<void> {
  await tx.updateTable('doubt_report').set({ status, answer, handled_by: by, handled_at: at }).where('id', '=', id).execute()
}

export type ListedDoubt = Pick<Row, 'id' | 'caseCode' | 'code' | 'status' | 'at' | 'text' | 'place' | 'productName' | 'lotNumber'> & {
  tray: 'dang-cho' | 'da-tra-loi'
  waitsSince: Date | null
}

/** All doubts, for their list. */
export function doubtsListed(db: ReadDb) {
  const isOpen = sql<boolean>`doubt.status in ('new', 'checking')`
  return sql<ListedDoubt>`${db
    .selectFrom('doubt_report as doubt')
    .leftJoin('product_card as product', 'product.id', 'doubt.product_id')
    .leftJoin('lot', 'lot.id', 'doubt.lot_id')
    .select([
      'doubt.id',
      'doubt.case_code as caseCode',
      'doubt.code',
      'doubt.status',
      'doubt.at',
      'doubt.text',
      'doubt.place',
      'product.name as productName',
      'lot.number as lotNumber',
      sql`case when ${isOpen} then 'dang-cho' else 'da-tra-loi' end`.as('tray'),
      sql`case when ${isOpen} then doubt.at end`.as('waitsSince'),
    ])}`
}
