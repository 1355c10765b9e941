import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { PolicyInForce, PolicyKind } from '../../disclosure/rules.ts'
import type { UserId } from '../../identity/rules.ts'

export type Acceptance = { kind: PolicyKind; version: number; textHash: string; at: Date; byName: string }

/** What a seller agreed to, the latest first. */
export function selectAcceptances(db: ReadDb, producerId: ProducerId): Promise<Acceptance[]> {
  return db
    .selectFrom('policy_acceptance')
    .where('producer_id', '=', producerId)
    .select(['kind', 'version', 'text_hash as textHash', 'at', 'by_name as byName'])
    .orderBy('at', 'desc')
    .orderBy('kind')
    .execute()
}

/** Once for each version: the same agreement sent twice is one. */
export async function insertAcceptances(
  tx: Tx,
  producerId: ProducerId,
  policies: readonly PolicyInForce[],
  { at, byId, byName }: { at: Date; byId: UserId | null; byName: string },
): Promise<void> {
  await tx
    .insertInto('policy_acceptance')
    .values(
      policies.map(({ kind, version, textHash }) => ({
        producer_id: producerId,
        kind,
        version,
        text_hash: textHash,
        at,
        by_id: byId,
        by_name: byName,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
