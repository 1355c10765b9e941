import { NotFound } from '@dacsan/decisions'
import { selectCapture, selectCaptures } from './capture.store.ts'
import type { CaptureJob } from './capture.store.ts'
import { ownPartners } from './policy.ts'
import type { Reader } from './policy.ts'
import type { CaptureId } from './rules.ts'

export type { CaptureJob } from './capture.store.ts'

/** One job of somebody. */
export async function findCapture(reader: Reader, id: CaptureId): Promise<CaptureJob> {
  const job = await selectCapture(reader.db, await ownPartners(reader), id)
  if (!job) throw new NotFound('No such capture job', { id })
  return job
}

/** The jobs of somebody, newest first. */
export async function listCaptures(
  reader: Reader,
  { perPage, before }: { perPage: number; before: CaptureId | null },
): Promise<{ jobs: CaptureJob[]; next: CaptureId | null }> {
  const jobs = await selectCaptures(reader.db, await ownPartners(reader), { before, limit: perPage + 1 })
  const page = jobs.slice(0, perPage)
  return { jobs: page, next: jobs.length > perPage ? page.at(-1)!.id : null }
}
