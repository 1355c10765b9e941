import { holdsCode, holdsWords } from '@dacsan/platform/folded-text'
import { vietnamese } from '@dacsan/platform/vietnamese-order'
import { readPhone, searchWords } from '@dacsan/vietnam'
import { sql } from 'kysely'
import type { Expression, RawBuilder, SqlBool } from 'kysely'
import type { ReadDb } from './context.ts'
import { codeOf, comparedFields, tightFilters } from './list.ts'
import type { List, ListColumn, ListFilter, ListSource, ListView, ListedRow } from './list.ts'

/** On a telephone a row takes the place of five lines. */
const rowsOnPage = 25
/** As many as a spreadsheet still opens. */
export const mostInFile = 50_000

export type ListPage<Row> = { rows: Row[]; total: number; sums: Readonly<Record<string, number>>; page: number; pages: number }

/**
 * A page of a list. By offset and not by the last row seen: a page has a number in the address, any column can be the order, and people look at the
 * first pages; the database reads and leaves out at most what one list holds.
 */
export async function pageOfList<Row extends ListedRow>(
  db: ReadDb,
  list: List<Row>,
  view: ListView,
  source: ListSource<Row>,
): Promise<ListPage<Row>> {
  const found = foundBy(list, view, source)
  const summed = list.columns.filter(({ sum }) => sum).map(({ key }) => key)
  const sums = summed.map((key) => sql`coalesce(sum(${field(key)}), 0)::float8 as ${sql.id(key)}`)
  const { rows: counted } = await sql<{ 'its rows': number } & Record<string, number>>`
    select ${sql.join([sql`count(*)::int as "its rows"`, ...sums])} from (${found.statement}) as list where ${found.fits}`.execute(db)
  const { 'its rows': total, ...totals } = counted[0]!
  const perPage = list.perPage ?? rowsOnPage
  const pages = Math.max(1, Math.ceil(total / perPage))
  const page = Math.min(view.page, pages)
  const rows = total === 0 ? [] : await found.read(db, { limit: perPage, offset: (page - 1) * perPage })
  return { rows, total, sums: totals, page, pages }
}

/** All rows of a view, in its order. */
export function allOfList<Row extends ListedRow>(db: ReadDb, list: List<Row>, view: ListView, source: ListSource<Row>): Promise<Row[]> {
  return foundBy(list, view, source).read(db, { limit: mostInFile, offset: 0 })
}

function foundBy<Row extends ListedRow>(list: List<Row>, view: ListView, source: ListSource<Row>) {
  const statement: RawBuilder<unknown> = 'rows' in source ? asStatement(list, source.rows) : source.statement
  const fits = sql.join([sql<SqlBool>`true`, ...conditions(list, view)], sql` and `)
  const order = sql.join(
    [...new Map([...(view.sort === null ? [] : [view.sort]), ...list.first].map((one) => [one.replace(/^-/u, ''), one])).entries()]
      // A column that is asked for comes where it is asked for, not where the list itself has it.
      .map(([key, one]) => (view.sort?.replace(/^-/u, '') === key ? view.sort : one))
      .map((one) => ordered(list, one)),
  )
  const read = async (db: ReadDb, { limit, offset }: { limit: number; offset: number }): Promise<Row[]> => {
    const wanted = 'rows' in source ? sql`"its row"` : sql`*`
    const { rows } = await sql<Row & { 'its row': number }>`
      select ${wanted} from (${statement}) as list where ${fits} order by ${order}, list.id limit ${limit} offset ${offset}`.execute(db)
    return 'rows' in source ? rows.map((row) => source.rows[row['its row'] - 1]!) : rows
  }
  return { statement, fits, read }
}

const field = (key: string) => sql.ref<string | null>(`list.${key}`)

function ordered(list: Pick<List, 'columns'>, asked: string): RawBuilder<unknown> {
  const key = asked.replace(/^-/u, '')
  const column = list.columns.find((one) => one.key === key)
  const value = column ? compared(column) : field(key)
  const way = asked.startsWith('-') ? sql`desc` : sql`asc`
  return column?.always ? sql`${value} ${way}` : sql`${value} ${way} nulls last`
}

/** A choice comes where its words come among the choices; a name as Vietnamese dictionaries have it. */
function compared({ key, kind, choices }: ListColumn): RawBuilder<unknown> {
  if (kind === 'choice') return sql`array_position(${Object.keys(choices ?? {})}::text[], ${field(key)}::text)`
  return kind === 'text' ? sql`${field(key)} collate ${sql.id(vietnamese)}` : field(key)
}

function conditions(list: Omit<List, 'source'>, view: ListView): Expression<SqlBool>[] {
  const asked = tightFilters(list, view).map(({ filter, value }) => fit(list, filter, value))
  if (view.q === '' || list.findsItself) return asked
  const words = searchWords(view.q)
  const text = sql<string>`concat_ws(' ', ${sql.join(list.searched.map(field))})`
  // A telephone number is kept with its zero, and typed with the code of the country as well.
  const codes = new Set([codeOf(view.q), readPhone(view.q) ?? codeOf(view.q)])
  const byCode = (list.codes ?? []).flatMap((key) => [...codes].map((code) => holdsCode(field(key), code)))
  const byWords = list.searched.length > 0 ? [holdsWords(text, words)] : []
  const found = [...byWords, ...byCode]
  return [...asked, found.length > 0 ? sql<SqlBool>`(${sql.join(found, sql` or `)})` : sql<SqlBool>`false`]
}

function fit(list: Pick<List, 'columns'>, filter: ListFilter, value: string): Expression<SqlBool> {
  const { kind, column } = filter
  if (kind === 'choice' && filter.holds) return sql<SqlBool>`${field(column)} @> to_jsonb(${value}::text)`
  if (kind === 'choice' || kind === 'exact') return sql<SqlBool>`${field(column)}::text = ${value}`
  const isDay = list.columns.find(({ key }) => key === column)?.kind === 'day'
  const day = isDay ? sql`${field(column)}::date` : sql`(${field(column)} at time zone 'Asia/Ho_Chi_Minh')::date`
  return kind === 'from' ? sql<SqlBool>`${day} >= ${value}::date` : sql<SqlBool>`${day} <= ${value}::date`
}

const typeOf = { text: 'text', choice: 'text', number: 'numeric', money: 'numeric', day: 'date', moment: 'timestamptz' } as const

/** Rows that were computed, as the database compares them, and which row each was. */
function asStatement(list: Omit<List, 'source'>, rows: readonly object[]): RawBuilder<unknown> {
  const fields = comparedFields(list)
  const text = JSON.stringify(
    rows.map((row) => Object.fromEntries(fields.map((key) => [key, (row as Record<string, unknown>)[key] ?? null]))),
  )
  const sets = new Set((list.filters ?? []).flatMap((filter) => (filter.kind === 'choice' && filter.holds ? [filter.column] : [])))
  const columns = fields.map((key) => {
    if (sets.has(key)) return sql`row.value -> ${sql.lit(key)} as ${sql.id(key)}`
    const kind = list.columns.find((column) => column.key === key)?.kind ?? 'text'
    return sql`(row.value ->> ${sql.lit(key)})::${sql.raw(typeOf[kind])} as ${sql.id(key)}`
  })
  return sql`select ${sql.join(columns)}, row.place::int as "its row" from jsonb_array_elements(${text}::text::jsonb) with ordinality as row(value, place)`
}
