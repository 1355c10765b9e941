// `npm test` runs this: SQL stands only in stores, and each table is read by others through a card or fact of its owner, written and locked by its owner alone.
import { isForTests, listSources, report } from './checks/sources.ts'
import { sqlUsesOf } from './checks/sql-uses.ts'
import type { SqlUse } from './checks/sql-uses.ts'
import { isPublished, tableOwners } from './checks/table-owners.ts'

const owners = tableOwners()
const files = listSources('modules/**/*.ts', 'apps/**/*.{ts,svelte}', 'platform/**/*.ts').filter(
  (path) => !isForTests(path) && !path.endsWith('database.tables.ts'),
)
const uses = files.flatMap((path) => sqlUsesOf(path, (name) => owners.has(name)))

const faults = uses.flatMap((use) => faultOf(use) ?? [])
report([...new Set(faults)], { seen: uses.length, least: 250, what: 'mentions of a table' })

function faultOf({ path, line, table, how }: SqlUse): string | null {
  const at = `${path}:${line}`
  const owner = owners.get(table)!
  const [floor = '', second = ''] = path.split('/')
  // The composition root keeps what the nightly checks found.
  const room = floor === 'modules' ? (second === 'app' ? 'platform' : second) : floor
  if (floor === 'apps') return `${at}: SQL in an app (${table}); a shell calls a command or a query`
  if (floor === 'modules' && !path.endsWith('.store.ts')) return `${at}: SQL outside a store (${table})`
  if (room === owner) return null
  if (how === 'write') return `${at}: writes ${table}, which ${owner} owns`
  if (how === 'lock') return `${at}: locks ${table}, which ${owner} owns`
  return isPublished(table)
    ? null
    : `${at}: reads ${table}, which ${owner} owns: through a card or fact view of ${owner}, or its front door`
}
