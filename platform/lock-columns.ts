import { type Kysely, type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'
import { type LockedColumn, type LockedText, Unopenable, learnKey, lockText, openText } from './locked-text.ts'
import { isSeeded, markSeeded } from './seeded.ts'

const batch = 500

const nameOf = ({ table, column, path = [] }: LockedColumn) => [table, column, ...path].join('.')
const valueOf = ({ table, column, path }: LockedColumn) => {
  const stored = sql.ref(`${table}.${column}`)
  return path ? sql<string | null>`${stored} #>> ${[...path]}` : sql<string | null>`${stored}`
}

type Row = { key: string; values: (string | null)[] }
/** The columns of one table: a row is locked as a whole, because a table that guards them refuses a row that still has one in the clear. */
type TableColumns = { table: string; key: string; columns: readonly LockedColumn[] }

function byTable(columns: readonly LockedColumn[]): TableColumns[] {
  const tables = new Map<string, LockedColumn[]>()
  for (const column of columns) tables.set(column.table, [...(tables.get(column.table) ?? []), column])
  return [...tables].map(([table, own]) => ({ table, key: own[0]!.key, columns: own }))
}

/** Every row that has a value for which `which` holds, batch by batch in the order of its key, so that none is met twice. */
async function* rowsOf(
  db: QueryExecutorProvider,
  { table, key, columns }: TableColumns,
  which: (value: RawBuilder<string | null>) => RawBuilder<unknown>,
): AsyncGenerator<Row[]> {
  const id = sql.ref(`${table}.${key}`)
  const some = sql.join(
    columns.map((column) => sql`(${which(valueOf(column))})`),
    sql` or `,
  )
  for (let after = ''; ;) {
    const { rows } = await sql<Row>`
      select ${id} as key, array[${sql.join(columns.map(valueOf))}]::text[] as values from ${sql.table(table)}
      where ${id} > ${after} and (${some}) order by ${id} limit ${batch}`.execute(db)
    if (rows.length > 0) yield rows
    if (rows.length < batch) return
    after = rows.at(-1)!.key
  }
}

/** What came of a pass over the columns; `unopenable` names the values whose key is lost, or that were changed past the product. */
export type Relocked = { locked: number; unopenable: string[] }

/**
 * Locks what stands in the clear, and locks anew what was locked with a key before the newest. It can be done at any time and any number of times, beside
 * a product that works: a row that somebody else wrote meanwhile stays.
 */
export async function lockColumns<Tables>(db: Kysely<Tables>, columns: readonly LockedColumn[]): Promise<Relocked> {
  const newest = await newestKey(db)
  await learnKey(db, newest)
  const current = `locked:${newest}:`
  const done: Relocked = { locked: 0, unopenable: [] }
  for (const table of byTable(columns)) {
    for await (const rows of rowsOf(db, table, (value) => sql`${value} not like ${`${current}%`}`)) {
      const lines = []
      for (const row of rows) lines.push({ ...row, ...(await lockRow(db, table, row, current, done)) })
      await replaceRows(db, table, lines)
      done.locked += lines.reduce((sum, { count }) => sum + count, 0)
    }
  }
  return done
}

async function lockRow(db: QueryExecutorProvider, { columns }: TableColumns, { key, values }: Row, current: string, done: Relocked) {
  const locked = [...values]
  let count = 0
  for (const [index, column] of columns.entries()) {
    const value = values[index] ?? null
    if (value === null || value.startsWith(current)) continue
    const isLocked = value.startsWith('locked:')
    try {
      const clear = isLocked ? await openText(db, column, key, value as LockedText) : value
      locked[index] = await lockText(db, column, key, clear)
      count++
    } catch (error) {
      // Without the newest key nothing can be locked at all.
      if (!(error instanceof Unopenable) || !isLocked) throw error
      done.unopenable.push(`${nameOf(column)} of ${key}`)
    }
  }
  return { locked, count }
}

/** Writes the rows whose values are still those that were read. */
async function replaceRows(
  db: QueryExecutorProvider,
  { table, key, columns }: TableColumns,
  lines: readonly (Row & { locked: (string | null)[] })[],
): Promise<void> {
  const given = columns.flatMap((_, index) => [
    sql`${lines.map(({ values }) => values[index] ?? null)}::text[]`,
    sql`${lines.map(({ locked }) => locked[index] ?? null)}::text[]`,
  ])
  const names = columns.flatMap((_, index) => [sql.ref(`old_${index}`), sql.ref(`new_${index}`)])
  const stored = new Map<string, RawBuilder<unknown>>()
  for (const [index, { column, path }] of columns.entries()) {
    const next = sql.ref(`line.new_${index}`)
    const before = stored.get(column) ?? sql.ref(`${table}.${column}`)
    stored.set(
      column,
      path ? sql`case when ${next} is null then ${before} else jsonb_set(${before}, ${[...path]}, to_jsonb(${next})) end` : sql`${next}`,
    )
  }
  await sql`
    update ${sql.table(table)} set ${sql.join([...stored].map(([column, value]) => sql`${sql.ref(column)} = ${value}`))}
    from unnest(${lines.map((line) => line.key)}::text[], ${sql.join(given)}) as line (key, ${sql.join(names)})
    where ${sql.ref(`${table}.${key}`)} = line.key
      and ${sql.join(
        columns.map((column, index) => sql`${valueOf(column)} is not distinct from ${sql.ref(`line.old_${index}`)}`),
        sql` and `,
      )}`.execute(db)
}

async function newestKey(db: QueryExecutorProvider): Promise<number> {
  const { rows } = await sql<{ id: number | null }>`select max(id) as id from lock_key`.execute(db)
  return rows[0]?.id ?? 0
}

/** The same, once for each key: what a version before this one left in the clear. Whatever is written later is locked as it is written. */
export async function lockColumnsOnce<Tables>(db: Kysely<Tables>, columns: readonly LockedColumn[]): Promise<Relocked> {
  const what = `locked-with-${await newestKey(db)}`
  if (await isSeeded(db, what)) return { locked: 0, unopenable: [] }
  const done = await lockColumns(db, columns)
  if (done.unopenable.length === 0 && !(await isSeeded(db, what))) await markSeeded(db, what)
  return done
}

/** Opens every value: how many there are, and which of them stand in the clear or cannot be opened. */
export async function proveLocked(
  db: QueryExecutorProvider,
  columns: readonly LockedColumn[],
): Promise<{ checked: number; faults: string[] }> {
  const faults: string[] = []
  let checked = 0
  for (const table of byTable(columns)) {
    for await (const rows of rowsOf(db, table, (value) => sql`${value} is not null`)) {
      for (const { key, values } of rows) {
        for (const [index, column] of table.columns.entries()) {
          const value = values[index] ?? null
          if (value === null) continue
          checked++
          const fault = await whyNot(db, column, key, value)
          if (fault !== null && faults.length < mostFaults) faults.push(fault)
        }
      }
    }
  }
  return { checked, faults }
}

/** More would not be read by anybody. */
const mostFaults = 200

async function whyNot(db: QueryExecutorProvider, column: LockedColumn, key: string, value: string): Promise<string | null> {
  try {
    await openText(db, column, key, value as LockedText)
    return null
  } catch (error) {
    if (!(error instanceof Unopenable)) throw error
    return error.why === 'key-lost' ? `${nameOf(column)} of ${key}: ${error.message}` : error.message
  }
}
