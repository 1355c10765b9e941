import { CompiledQuery, sql } from 'kysely'
import type { Kysely, QueryExecutorProvider, RawBuilder } from 'kysely'
import type { ReadDb } from './access.ts'

/** What stands in a statement where its values will: a list has a slot for each of its members, for `in`. */
export type Slots<Values> = {
  [Name in keyof Values]: Values[Name] extends readonly (infer Member)[] ? RawBuilder<Member>[] : RawBuilder<Values[Name]>
}

type Statement<Tables, Row> = { compile(db: Kysely<Tables>): CompiledQuery<Row> }

type Prepared<Values, Row> = {
  (db: QueryExecutorProvider, values: Values): Promise<Row[]>
  /** The same without asking it: for what is sent with the commit. */
  statement(db: QueryExecutorProvider, values: Values): CompiledQuery<Row>
}

class Slot {
  readonly name: string
  readonly at: number | null
  constructor(name: string, at: number | null = null) {
    this.name = name
    this.at = at
  }
}

/**
 * A statement of which the text is made once, for what is asked so often that making it costs more than asking. Lists are filled up to 1, 2, 4, 8 …
 * members, so that there are few texts and the server can keep its plan for each.
 *
 * @example
 * const lotsOf = prepare((db: ReadDb, { codes }: Slots<{ codes: string[] }>) => db.selectFrom('lot').where('code', 'in', codes).select('id'))
 * await lotsOf(db, { codes: ['C1'] }) // [{ id: 'lot_…' }]
 */
export function prepare<Tables, Values extends Record<string, unknown>, Row>(
  build: (db: ReadDb<Tables>, slots: Slots<Values>) => Statement<Tables, Row>,
): Prepared<Values, Row> {
  const texts = new Map<string, CompiledQuery<Row>>()
  const statement = (db: QueryExecutorProvider, values: Values): CompiledQuery<Row> => {
    const filled = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? fill(value) : value]))
    const shape = Object.values(filled).reduce<string>((known, value) => (Array.isArray(value) ? `${known}${value.length} ` : known), '')
    const text = texts.get(shape) ?? build(db as Kysely<Tables>, slotsOf(filled) as Slots<Values>).compile(db as Kysely<Tables>)
    texts.set(shape, text)
    const parameters = text.parameters.map((parameter) => (parameter instanceof Slot ? valueAt(filled, parameter) : parameter))
    return CompiledQuery.raw(text.sql, parameters) as CompiledQuery<Row>
  }
  const ask = async (db: QueryExecutorProvider, values: Values) => (await db.getExecutor().executeQuery<Row>(statement(db, values))).rows
  return Object.assign(ask, { statement })
}

/** A list of none is one that nothing is equal to; the last member stands again where there are too few. */
function fill(list: readonly unknown[]): unknown[] {
  const length = 2 ** Math.ceil(Math.log2(list.length || 1))
  return Array.from({ length }, (_, at) => list[Math.min(at, list.length - 1)] ?? null)
}

const slotsOf = (values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map((_, at) => sql.val(new Slot(name, at))) : sql.val(new Slot(name)),
    ]),
  )

const valueAt = (values: Record<string, unknown>, { name, at }: Slot): unknown =>
  at === null ? values[name] : (values[name] as unknown[])[at]
