import { newId } from '@dacsan/platform/ids'
import type { Database } from '@dacsan/platform/database'
import type { OrderId } from '../modules/shop/rules.ts'

type Pool = Database<unknown>['pool']
type Row = Record<string, unknown>
export type Rows = { table: string; rows: Row[] }[]

/** Every row that placing one order wrote, table by table; how many units are reserved stands in `stock_balance` and is not a new row. */
export async function rowsOfOrder(pool: Pool, orderId: OrderId): Promise<Rows> {
  const own = [
    ['order_group', 'id = (select group_id from shop_order where id = $1)'],
    ['shop_order', 'id = $1'],
    ['order_line', 'order_id = $1'],
    ['reservation', 'order_line_id in (select id from order_line where order_id = $1)'],
    ['payment_event', 'order_id = $1'],
    ['order_move', 'order_id = $1'],
    ['event', `payload->>'orderId' = $1`],
    ['audit_entry', `subject_type = 'order' and subject_id = $1`],
  ] as const
  const found: Rows = []
  for (const [table, where] of own) {
    const { rows } = await pool.query<Row>(`select * from ${table} where ${where}`, [orderId])
    if (rows.length === 0) throw new Error(`an order wrote nothing to ${table}`)
    found.push({ table, rows })
  }
  return found
}

/** Tables with the same columns and indexes, without triggers and references, and a way to put the rows into them: one transaction each time. */
export async function bareTables(pool: Pool, order: Rows): Promise<() => Promise<void>> {
  await pool.query('create schema bare')
  for (const { table } of order) await pool.query(`create table bare.${table} (like public.${table} including all)`)
  const inserts = order.flatMap(({ table, rows }) => rows.map((row) => insertOf(table, row)))
  return async () => {
    const client = await pool.connect()
    try {
      await client.query('begin')
      for (const insert of inserts) await client.query(insert.text, insert.values())
      await client.query('commit')
    } finally {
      client.release()
    }
  }
}

let serial = 1_000_000

function insertOf(table: string, row: Row) {
  const columns = Object.keys(row)
  const text = `insert into bare.${table} (${columns.join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')})`
  // What must be unique is new each time, as an order's is.
  const fresh = (column: string, value: unknown): unknown =>
    column === 'seq' || column === 'place'
      ? serial++
      : ['id', 'code', 'request_key', 'order_id', 'order_line_id'].includes(column) && value !== null
        ? newId('new')
        : asStored(value)
  return { text, values: () => columns.map((column) => fresh(column, row[column])) }
}

const asStored = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !(value instanceof Date) && !(value instanceof Uint8Array) ? JSON.stringify(value) : value
