// `npm run db:types` writes the types of all tables, as the migrations make them, to modules/database.tables.ts; `-- --check` only compares.
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { databaseAt, onServer, openTestServer } from '../platform/testing-server.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const place = join(root, 'modules/database.tables.ts')

/** A view that shows columns of one table to other rooms. */
type Card = { view: string; table: string; columns: string[] }

const cardsOfTables = `
  select view_name as view, (array_agg(table_name::text))[1] as table,
    (select array_agg(column_name::text order by ordinal_position) from information_schema.columns c where c.table_name = view_name) as columns
  from information_schema.view_table_usage where view_schema = 'public' and view_name like '%_card'
  group by view_name having count(*) = 1`

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
    await writeFile(outFile, withCards(await readFile(outFile, 'utf8'), cards.rows))
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

/** PostgreSQL does not know which columns of a view may be null: a card has the types of the table that it shows. */
function withCards(text: string, cards: readonly Card[]): string {
  const nameOf = (table: string) => table.replaceAll(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())
  return cards.reduce((written, { view, table, columns }) => {
    const own = new RegExp(`export interface ${nameOf(view)} \\{[^}]*\\}`)
    const picked = columns.map((column) => `'${column}'`).join(' | ')
    return written.replace(own, `export type ${nameOf(view)} = Pick<${nameOf(table)}, ${picked}>`)
  }, text)
}
