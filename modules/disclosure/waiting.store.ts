import { dateInVietnam } from '@dacsan/vietnam'
import { sql } from 'kysely'
import type { ReadDb } from '../context.ts'
import { policyKinds } from './rules/policy.ts'

/** How many of the owner and the policies are not published. */
export async function countUnpublished(db: ReadDb, now: Date): Promise<number> {
  const { rows } = await sql<{ published: number }>`
    select (select count(distinct kind) from site_policy where effective_from <= ${dateInVietnam(now)}::date)
      + (select count(*) from (select from site_owner limit 1) as owner) as published`.execute(db)
  return policyKinds.length + 1 - Number(rows[0]!.published)
}
