import { sql } from 'kysely'
import type { WriteTx } from './access.ts'

/** Queues a job in the transaction of the change that it follows from; `key` makes a second request for the same thing one job. */
export async function addJob<Tables>(
  tx: WriteTx<Tables>,
  name: string,
  payload: object,
  { key, runAt }: { key?: string; runAt?: Date } = {},
): Promise<void> {
  await sql`
    select graphile_worker.add_job(
      ${name}::text, ${JSON.stringify(payload)}::text::json, run_at => ${runAt ?? null}::timestamptz, job_key => ${key ?? null}::text)`.execute(
    tx,
  )
}
