import { sql } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { ReadDb, WriteTx } from './access.ts'
import { prepare } from './prepare.ts'
import type { Slots } from './prepare.ts'

type Asked = { name: string; payload: string; runAt: Date | null; key: string | null }
const addOne = prepare(
  (_: ReadDb<object>, { name, payload, runAt, key }: Slots<Asked>) => sql`
    select graphile_worker.add_job(${name}::text, ${payload}::text::json, run_at => ${runAt}::timestamptz, job_key => ${key}::text)`,
)
type Wish = { key?: string; runAt?: Date }

/** Queues a job in the transaction of the change that it follows from; `key` makes a second request for the same thing one job. */
export async function addJob<Tables>(tx: WriteTx<Tables>, name: string, payload: object, wish: Wish = {}): Promise<void> {
  await addOne(tx, asked(name, payload, wish))
}

/** The same without asking it, for what goes with the commit. @example await withCommit(tx, jobStatement(tx, 'remind', { dossierId }, {})) */
export const jobStatement = <Tables>(tx: WriteTx<Tables>, name: string, payload: object, wish: Wish): CompiledQuery =>
  addOne.statement(tx, asked(name, payload, wish))

const asked = (name: string, payload: object, { key, runAt }: Wish): Asked => ({
  name,
  payload: JSON.stringify(payload),
  runAt: runAt ?? null,
  key: key ?? null,
})
