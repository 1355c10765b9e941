import type { ReadDb, Tx } from '../context.ts'
import type { OrganisationId } from '../identity/rules.ts'
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
}

export async function insertCapture(tx: Tx, organisationId: OrganisationId, job: CaptureJob): Promise<void> {
  const { id, behaviour, createdAt, finishedAt, success, stored, errors } = job
  const row = { id, behaviour, created_at: createdAt, finished_at: finishedAt, success, stored }
  await tx
    .insertInto('epcis_capture')
    .values({ ...row, organisation_id: organisationId, errors: JSON.stringify(errors) })
    .execute()
}

const columns = ['id', 'behaviour', 'created_at as createdAt', 'finished_at as finishedAt', 'success', 'stored', 'errors'] as const

export async function selectCapture(db: ReadDb, organisationId: OrganisationId, id: CaptureId): Promise<CaptureJob | undefined> {
  return db
    .selectFrom('epcis_capture')
    .select(columns)
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The jobs of somebody, newest first; ids of later jobs sort later. */
export async function selectCaptures(
  db: ReadDb,
  organisationId: OrganisationId,
  { before, limit }: { before: CaptureId | null; limit: number },
): Promise<CaptureJob[]> {
  return db
    .selectFrom('epcis_capture')
    .select(columns)
    .where('organisation_id', '=', organisationId)
    .$if(before !== null, (query) => query.where('id', '<', before!))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}
