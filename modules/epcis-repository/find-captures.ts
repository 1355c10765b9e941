import { NotFound } from '@dacsan/decisions'
import type { ReadDb } from '../context.ts'
import type { OrganisationId } from '../identity/rules.ts'
import { selectCapture, selectCaptures } from './capture.store.ts'
import type { CaptureJob } from './capture.store.ts'
import type { CaptureId } from './rules.ts'

export type { CaptureJob } from './capture.store.ts'

/** One job of somebody. */
export async function findCapture(db: ReadDb, organisationId: OrganisationId, id: CaptureId): Promise<CaptureJob> {
  const job = await selectCapture(db, organisationId, id)
  if (!job) throw new NotFound('No such capture job', { id })
  return job
}

/** The jobs of somebody, newest first. */
export async function listCaptures(
  db: ReadDb,
  organisationId: OrganisationId,
  { perPage, before }: { perPage: number; before: CaptureId | null },
): Promise<{ jobs: CaptureJob[]; next: CaptureId | null }> {
  const jobs = await selectCaptures(db, organisationId, { before, limit: perPage + 1 })
  const page = jobs.slice(0, perPage)
  return { jobs: page, next: jobs.length > perPage ? page.at(-1)!.id : null }
}
