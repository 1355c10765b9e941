import { CompiledQuery } from 'kysely'
import type { Insertable } from 'kysely'
import type { WriteTx } from './access.ts'

/** A column of JSON takes what it holds; a moment is given as Date. Bytes cannot be given. */
type Row<Table> = { [C in keyof Insertable<Table>]: Insertable<Table>[C] | (string extends Insertable<Table>[C] ? object : never) }

type RowsOf<Tables> = { [T in keyof Tables & string]?: readonly Row<Tables[T]>[] }

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
  await insertTogether<Tables>(tx, { [table]: rows } as RowsOf<Tables>)
}

/**
 * Inserts the rows of several tables by one statement: each table as {@link insertRows} does. What refers to what is proven when all are there, so they
 * may stand in any order.
 *
 * @example await insertTogether(tx, { shop_order: [order], order_line: lines })
 */
export async function insertTogether<Tables>(tx: WriteTx<Tables>, rowsOf: RowsOf<Tables>): Promise<void> {
  const statement = togetherStatement(rowsOf)
  if (statement) await tx.executeQuery(statement)
}

/**
 * The same without asking it, for what is sent with the commit; none where there are no rows.
 *
 * @example await withCommit(tx, togetherStatement<Tables>({ shop_order: [order], order_line: lines })!)
 */
export function togetherStatement<Tables>(rowsOf: RowsOf<Tables>): CompiledQuery | undefined {
  const filled = (Object.entries(rowsOf) as [string, readonly object[]][]).filter(([, rows]) => rows.length > 0)
  if (filled.length === 0) return undefined
  const columns = filled.map(([table, [first]]) => ({ table, columns: namesOf(first!) }))
  const key = columns.map((each) => `${each.table} ${each.columns}`).join('; ')
  const text = texts.get(key) ?? textOf(columns)
  texts.set(key, text)
  return CompiledQuery.raw(
    text,
    filled.map(([, rows]) => JSON.stringify(rows)),
  )
}

const namesOf = (row: object) =>
  Object.keys(row)
    .map((name) => `"${name}"`)
    .join(', ')

/** All but the last stand before it, as `with`. */
function textOf(tables: readonly { table: string; columns: string }[]): string {
  const inserts = tables.map(
    ({ table, columns }, at) =>
      `insert into "${table}" (${columns}) select ${columns} from json_populate_recordset(null::"${table}", $${at + 1}::json)`,
  )
  const before = inserts.slice(0, -1).map((insert, at) => `rows${at} as (${insert})`)
  return before.length === 0 ? inserts[0]! : `with ${before.join(', ')} ${inserts.at(-1)}`
}
