import type { ReadDb, Tx } from '../context.ts'
import type { Partners } from './partner.store.ts'
import type { CaptureBehaviour, CaptureId, EpcisProblem } from './rules.ts'

/** A capture job that ended. */
export type CaptureJob = {
  id: CaptureId
  behaviour: CaptureBehaviour
  createdAt: Date
  finishedAt: Date
  success: boolean
  stored: number
  errors: readonly EpcisProblem[]
  /** What was taken although it could have been said better. */
  warnings: readonly EpcisProblem[]
}

export async function insertCapture(tx: Tx, partnerId: number, job: CaptureJob): Promise<void> {
  const { id, behaviour, createdAt, finishedAt, success, stored, errors, warnings } = job
  const row = { id, behaviour, created_at: createdAt, finished_at: finishedAt, success, stored }
  await tx
    .insertInto('epcis_capture')
    .values({ ...row, partner_id: partnerId, errors: JSON.stringify(errors), warnings: JSON.stringify(warnings) })
    .execute()
}

const columns = [
  'id',
  'behaviour',
  'created_at as createdAt',
  'finished_at as finishedAt',
  'success',
  'stored',
  'errors',
  'warnings',
] as const

export async function selectCapture(db: ReadDb, partners: Partners, id: CaptureId): Promise<CaptureJob | undefined> {
  return db.selectFrom('epcis_capture').select(columns).where('partner_id', 'in', partners).where('id', '=', id).executeTakeFirst()
}

/** The jobs of somebody, newest first; ids of later jobs sort later. */
export async function selectCaptures(
  db: ReadDb,
  partners: Partners,
  { before, limit }: { before: CaptureId | null; limit: number },
): Promise<CaptureJob[]> {
  return db
    .selectFrom('epcis_capture')
    .select(columns)
    .where('partner_id', 'in', partners)
    .$if(before !== null, (query) => query.where('id', '<', before!))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}
