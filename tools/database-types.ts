// `npm run db:types` writes the types of all tables, as the migrations make them, to modules/database.tables.ts; `-- --check` only compares.
//
// PostgreSQL knows a status as text. A room says more in its `columns.ts`, which holds types alone, one line for each column of its own tables
// and facts (a card `…_card` of one table has the types of that table):
//
//   export type Columns = { 'dossier.status': DossierStatus; 'dossier_request.items': readonly RequestItem[] }
//
// What may be null or has a default stays as the migration has it. A column of JSON is read as its type and written as text (JSON.stringify).
// It imports the small files that say a type (acts.ts, rules/forms.ts), not rules.ts: the tables stand under everything, and must not lead back.
import { spawnSync } from 'node:child_process'
import { glob, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { databaseAt, onServer, openTestServer } from '../platform/testing-server.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const place = join(root, 'modules/database.tables.ts')

/** A view that shows columns of a table to other rooms; `beside` are those that it takes from elsewhere, as the one pack that is meant of a product. */
type Card = { view: string; table: string; columns: string[]; beside: string[] }

const cardsOfTables = `
  select view, card.table, coalesce(array_agg(name) filter (where own), '{}') as columns, coalesce(array_agg(name) filter (where not own), '{}') as beside
  from (
    select view_name::text as view, case count(*) when 1 then min(table_name::text) else replace(view_name, '_card', '') end as table
    from information_schema.view_table_usage where view_schema = 'public' and view_name like '%_card'
    group by view_name having count(*) = 1 or bool_or(table_name = replace(view_name, '_card', ''))
  ) as card
  cross join lateral (
    select c.column_name::text as name, c.ordinal_position as place,
      exists (select from information_schema.columns o where o.table_name = card.table and o.column_name = c.column_name) as own
    from information_schema.columns c where c.table_name = card.view order by 2
  ) as shown
  group by 1, 2 order by 1`

const written = await generate()
if (!process.argv.includes('--check')) await writeFile(place, written)
else if ((await readFile(place, 'utf8').catch(() => '')) !== written) {
  console.error('modules/database.tables.ts does not match the migrations: npm run db:types')
  process.exitCode = 1
}

async function generate(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dacsan-types-'))
  const outFile = join(folder, 'database.tables.ts')
  const server = await openTestServer()
  try {
    const typeMapping = { date: 'string', timestamptz: 'Date', numeric: 'string', int8: 'number' }
    run('kysely-codegen', [
      '--dialect=postgres',
      `--url=${databaseAt(server.url, server.template)}`,
      `--out-file=${outFile}`,
      '--exclude-pattern=graphile_worker.*',
      '--default-schema=public',
      `--type-mapping=${JSON.stringify(typeMapping)}`,
    ])
    const cards = await onServer(databaseAt(server.url, server.template), (client) => client.query<Card>(cardsOfTables))
    const text = withColumns(await readFile(outFile, 'utf8'), await columnsOfRooms())
    await writeFile(outFile, withCards(text, cards.rows))
    run('oxfmt', ['--config', join(root, '.oxfmtrc.json'), outFile])
    return await readFile(outFile, 'utf8')
  } finally {
    await server.close()
    await rm(folder, { recursive: true, force: true })
  }
}

function run(tool: string, options: string[]): void {
  const { status, stderr, stdout } = spawnSync(join(root, 'node_modules/.bin', tool), options, { encoding: 'utf8', cwd: root })
  if (status !== 0) throw new Error(`${tool} failed: ${stderr || stdout}`)
}

/** Columns that a room has named the type of, each as `table.column`. */
type RoomColumns = { room: string; columns: string[] }

async function columnsOfRooms(): Promise<RoomColumns[]> {
  const found: RoomColumns[] = []
  for await (const file of glob('modules/*/columns.ts', { cwd: root })) {
    const text = await readFile(join(root, file), 'utf8')
    const columns = [...text.matchAll(/^\s*'([a-z_]+\.[a-z_]+)':/gm)].map((match) => match[1]!)
    found.push({ room: basename(dirname(file)), columns })
  }
  return found.toSorted((a, b) => a.room.localeCompare(b.room))
}

/** Puts the types of the rooms in the place of `string`, `number` and `Json`. */
function withColumns(text: string, rooms: readonly RoomColumns[]): string {
  const typed = rooms.flatMap(({ room, columns }) => columns.map((column) => ({ room, column })))
  const written = typed.reduce((before, { room, column }) => {
    const [table = '', name = ''] = column.split('.')
    const line = new RegExp(`(export interface ${nameOf(table)} \\{[^}]*?\\n\\s+${name}: )([^\\n;]+)`)
    if (!line.test(before)) throw new Error(`modules/${room}/columns.ts names ${column}, which no migration makes`)
    return before.replace(line, (_, start: string, type: string) => start + inPlaceOf(type, `${aliasOf(room)}['${column}']`))
  }, text)
  const imports = rooms.map(({ room }) => `import type { Columns as ${aliasOf(room)} } from './${room}/columns.ts'`)
  return written.replace(/^import .*$/m, (first) => [first, ...imports].join('\n'))
}

function inPlaceOf(type: string, own: string): string {
  const nullable = type.includes('| null')
  const stored = nullable ? `${own} | null` : own
  const json = nullable ? 'string | null' : 'string'
  const column = type.includes('Json') ? `ColumnType<${stored}, ${json}, ${json}>` : stored
  return type.startsWith('Generated<') ? `Generated<${column}>` : column
}

function aliasOf(room: string): string {
  return `${nameOf(room.replaceAll('-', '_'))}Columns`
}

function nameOf(table: string): string {
  return table.replaceAll(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())
}

/** PostgreSQL does not know which columns of a view may be null: a card has the types of the table that it shows. */
function withCards(text: string, cards: readonly Card[]): string {
  return cards.reduce((written, { view, table, columns, beside }) => {
    const own = new RegExp(`export interface ${nameOf(view)} \\{[^}]*\\}`)
    const lines = beside.map((column) => own.exec(written)![0].match(new RegExp(`^\\s+${column}: .*$`, 'm'))![0])
    const picked = columns.map((column) => `'${column}'`).join(' | ')
    const more = lines.length === 0 ? '' : ` & {\n${lines.join('\n')}\n}`
    return written.replace(own, `export type ${nameOf(view)} = Pick<${nameOf(table)}, ${picked}>${more}`)
  }, text)
}
