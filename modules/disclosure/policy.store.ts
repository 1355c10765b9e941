import { createHash } from 'node:crypto'
import type { PlainDate } from '@dacsan/vietnam'
import type { ReadDb, Tx } from '../context.ts'
import type { UserId } from '../identity/rules.ts'
import type { PolicyInForce, PolicyKind, PolicyVersion } from './rules/policy.ts'

/** Every version of one kind, the latest first. */
export function selectVersions(db: ReadDb, kind: PolicyKind): Promise<PolicyVersion[]> {
  return db
    .selectFrom('site_policy')
    .select(['kind', 'version', 'text', 'text_hash as textHash', 'effective_from as effectiveFrom', 'published_at as publishedAt'])
    .where('kind', '=', kind)
    .orderBy('version', 'desc')
    .execute()
}

/** Which versions there are of which kind and from when, without their texts. */
export function selectHeads(db: ReadDb): Promise<(PolicyInForce & { effectiveFrom: PlainDate })[]> {
  return db
    .selectFrom('site_policy')
    .select(['kind', 'version', 'text_hash as textHash', 'effective_from as effectiveFrom'])
    .orderBy('kind')
    .orderBy('version')
    .execute()
}

type NewVersion = Pick<PolicyVersion, 'kind' | 'version' | 'text' | 'effectiveFrom'>

/** False where that version was published meanwhile. */
export async function insertVersion(tx: Tx, version: NewVersion, made: { by: UserId | null; at: Date }): Promise<boolean> {
  const inserted = await tx
    .insertInto('site_policy')
    .values({
      kind: version.kind,
      version: version.version,
      text: version.text,
      text_hash: createHash('sha256').update(version.text, 'utf8').digest('hex'),
      effective_from: version.effectiveFrom,
      published_by: made.by,
      published_at: made.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst()
  return inserted !== undefined
}
