import { CompiledQuery } from 'kysely'
import type { Insertable } from 'kysely'
import type { WriteTx } from './access.ts'

/** A column of JSON takes what it holds; a moment is given as Date. Bytes cannot be given. */
type Row<Table> = { [C in keyof Insertable<Table>]: Insertable<Table>[C] | (string extends Insertable<Table>[C] ? object : never) }

const texts = new Map<string, string>()

/**
 * Inserts rows of the same columns by one statement, of which the text is the same for any number of them. What a row leaves out is null, not the default
 * of its column, unless all leave it out.
 *
 * @example await insertRows(tx, 'order_line', lines)
 */
export async function insertRows<Tables, T extends keyof Tables & string>(
  tx: WriteTx<Tables>,
  table: T,
  rows: readonly Row<Tables[T]>[],
): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.keys(rows[0]!)
    .map((name) => `"${name}"`)
    .join(', ')
  const key = `${table} ${columns}`
  const text =
    texts.get(key) ?? `insert into "${table}" (${columns}) select ${columns} from json_populate_recordset(null::"${table}", $1::json)`
  texts.set(key, text)
  await tx.executeQuery(CompiledQuery.raw(text, [JSON.stringify(rows)]))
}
