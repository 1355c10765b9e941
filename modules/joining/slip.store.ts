import type { ReadDb, Tx } from '../context.ts'
import type { UserId } from '../identity/rules.ts'
import type { ProducerRequestId, ProducerSlipId } from './rules/ids.ts'

const slips = (db: ReadDb) =>
  db
    .selectFrom('producer_slip as slip')
    .select([
      'slip.id',
      'slip.request_id as requestId',
      'slip.until',
      'slip.made_at as madeAt',
      'slip.made_by_name as madeByName',
      'slip.used_at as usedAt',
      'slip.replaced_at as replacedAt',
    ])

export type StoredSlip = Awaited<ReturnType<ReturnType<typeof slips>['executeTakeFirstOrThrow']>>

export function selectSlip(db: ReadDb, digest: string): Promise<StoredSlip | undefined> {
  return slips(db).where('slip.digest', '=', digest).executeTakeFirst()
}

/** The slip, held until the end of the transaction; whoever holds it holds its request. */
export async function lockSlip(tx: Tx, digest: string): Promise<StoredSlip | undefined> {
  const locked = await tx.selectFrom('producer_slip').select('id').where('digest', '=', digest).forUpdate().executeTakeFirst()
  return locked && selectSlip(tx, digest)
}

/** The slips of a request, the latest first. */
export function selectSlips(db: ReadDb, requestId: ProducerRequestId): Promise<StoredSlip[]> {
  return slips(db).where('slip.request_id', '=', requestId).orderBy('slip.made_at', 'desc').orderBy('slip.id', 'desc').execute()
}

/** A new slip of a request that is held: the one before it opens nothing any more. */
export async function insertSlip(
  tx: Tx,
  slip: { id: ProducerSlipId; requestId: ProducerRequestId; digest: string; until: Date; at: Date; byId: UserId | null; byName: string },
): Promise<void> {
  await tx
    .updateTable('producer_slip')
    .set({ replaced_at: slip.at })
    .where('request_id', '=', slip.requestId)
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    .execute()
  await tx
    .insertInto('producer_slip')
    .values({
      id: slip.id,
      request_id: slip.requestId,
      digest: slip.digest,
      until: slip.until,
      made_at: slip.at,
      made_by_id: slip.byId,
      made_by_name: slip.byName,
    })
    .execute()
}

export async function updateSlipUsed(tx: Tx, id: ProducerSlipId, at: Date): Promise<void> {
  await tx.updateTable('producer_slip').set({ used_at: at }).where('id', '=', id).execute()
}
