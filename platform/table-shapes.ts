import type pg from 'pg'

/** A table of ours, with the columns that hold what was written (not those that the database computes). */
export type TableShape = { name: string; columns: string[] }

/** All tables of ours but the record of migrations, each after those that its foreign keys name. */
export async function listTables(client: pg.ClientBase): Promise<TableShape[]> {
  const tables = await client.query<TableShape>(`
    select relname as name, array_agg(attname::text order by attnum) as columns
    from pg_class join pg_attribute on attrelid = pg_class.oid
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
      and attnum > 0 and not attisdropped and attgenerated = '' and relname <> 'schema_migration'
    group by relname order by relname`)
  const links = await client.query<{ table: string; needs: string }>(`
    select source.relname as table, target.relname as needs
    from pg_constraint
    join pg_class source on source.oid = conrelid
    join pg_class target on target.oid = confrelid
    where contype = 'f' and source.relnamespace = 'public'::regnamespace and conrelid <> confrelid`)
  return inOrder(tables.rows, links.rows)
}

function inOrder(tables: readonly TableShape[], links: readonly { table: string; needs: string }[]): TableShape[] {
  const ordered: TableShape[] = []
  const placed = new Set<string>()
  for (let rest = [...tables]; rest.length > 0;) {
    const ready = rest.filter(({ name }) => links.every(({ table, needs }) => table !== name || placed.has(needs)))
    if (ready.length === 0) throw new Error(`the foreign keys of ${rest.map(({ name }) => name).join(', ')} go round in a circle`)
    for (const table of ready) {
      ordered.push(table)
      placed.add(table.name)
    }
    rest = rest.filter((table) => !ready.includes(table))
  }
  return ordered
}

/** Where the counters of ours stand. */
export async function listSequences(client: pg.ClientBase): Promise<{ name: string; value: string; called: boolean }[]> {
  const { rows } = await client.query<{ name: string }>(`
    select quote_ident(sequencename) as name from pg_sequences where schemaname = 'public' order by 1`)
  const sequences = []
  for (const { name } of rows) {
    const state = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${name}`,
    )
    sequences.push({ name, ...state.rows[0]! })
  }
  return sequences
}
