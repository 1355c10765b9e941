// `npm run db:types` writes the types of all tables, as the migrations make them, to modules/database.tables.ts; `-- --check` only compares.
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { databaseAt, openTestServer } from '../platform/testing-server.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const place = join(root, 'modules/database.tables.ts')

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
