import { sql } from 'kysely'
import type { ReadDb, Tx } from '../context.ts'
import type { Partners } from './partner.store.ts'
import type { CaptureBehaviour, CaptureId, EpcisProblem } from './rules.ts'

/** How a capture ended. */
export type EndedCapture = {
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
/** A capture job, ended or going on. */
export type CaptureJob = Omit<EndedCapture, 'finishedAt'> & { finishedAt: Date | null; running: boolean }

/** Writes how a capture ended; it goes on no more. */
export async function insertCapture(tx: Tx, partnerId: number, job: EndedCapture): Promise<void> {
  const { id, behaviour, createdAt, finishedAt, success, stored, errors, warnings } = job
  const row = { id, behaviour, created_at: createdAt, finished_at: finishedAt, success, stored }
  await tx
    .insertInto('epcis_capture')
    .values({ ...row, partner_id: partnerId, errors: JSON.stringify(errors), warnings: JSON.stringify(warnings) })
    .execute()
  await tx.deleteFrom('epcis_capture_running').where('id', '=', id).execute()
}

/** A capture goes on after its answer, and whoever does it says so again within this time (milliseconds). */
export const captureLife = 60_000
const fromNow = sql<Date>`now() + ${captureLife} * interval '1 millisecond'`

export async function insertRunning(
  tx: Tx,
  partnerId: number,
  { id, behaviour, createdAt, success }: Pick<EndedCapture, 'id' | 'behaviour' | 'createdAt' | 'success'>,
): Promise<void> {
  const row = { id, partner_id: partnerId, behaviour, created_at: createdAt, success, alive_until: fromNow }
  await tx.insertInto('epcis_capture_running').values(row).execute()
}

export async function keepRunning(tx: Tx, id: CaptureId): Promise<void> {
  await tx.updateTable('epcis_capture_running').set({ alive_until: fromNow }).where('id', '=', id).execute()
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
  'running',
] as const

export async function selectCapture(db: ReadDb, partners: Partners, id: CaptureId): Promise<CaptureJob | undefined> {
  const job = await db
    .selectFrom('epcis_capture_job')
    .select(columns)
    .where('partner_id', 'in', partners)
    .where('id', '=', id)
    .executeTakeFirst()
  return job as CaptureJob | undefined
}

/** The jobs of somebody, newest first; ids of later jobs sort later. */
export async function selectCaptures(
  db: ReadDb,
  partners: Partners,
  { before, limit }: { before: CaptureId | null; limit: number },
): Promise<CaptureJob[]> {
  const jobs = await db
    .selectFrom('epcis_capture_job')
    .select(columns)
    .where('partner_id', 'in', partners)
    .$if(before !== null, (query) => query.where('id', '<', before!))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return jobs as CaptureJob[]
}
