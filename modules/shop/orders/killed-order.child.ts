/** One order in a process of its own, for `killed-order.db.test.ts`: dies before statement DIE_BEFORE (0: never, −1: after the commit). */
import { openDatabase } from '@dacsan/platform/database'
import { openFileStore } from '@dacsan/platform/files'
import { newId } from '@dacsan/platform/ids'
import { holdKeys } from '@dacsan/platform/locked-text'
import { readSecret } from '@dacsan/platform/secrets'
import type { DB as Tables } from '../../database.tables.ts'
import '../topics.ts'
import { placeOrder } from './place-order.ts'

const { TEST_URL, KEYS_OF, FORM, DIE_BEFORE, NOW } = process.env
const dieBefore = Number(DIE_BEFORE)
let statements = 0

const { db, pool, close } = openDatabase<Tables>({ connection: TEST_URL!, log: console })
pool.on('connect', (client) => {
  const ask = client.query.bind(client) as (...asked: unknown[]) => unknown
  client.query = ((...asked: unknown[]) => {
    statements++
    if (statements === dieBefore) process.kill(process.pid, 'SIGKILL')
    return ask(...asked)
  }) as typeof client.query
})
holdKeys(db, (purpose) => readSecret(KEYS_OF!, purpose))
const files = openFileStore({ dataDir: '/nonexistent' })
const outcome = await placeOrder(
  { db, files, actor: { kind: 'visitor' }, now: new Date(NOW!), newId, origin: 'https://ocop.example' },
  JSON.parse(FORM!),
)
if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
if (dieBefore === -1) process.kill(process.pid, 'SIGKILL')
console.log(statements)
await close()
