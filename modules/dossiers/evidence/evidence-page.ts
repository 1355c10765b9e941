import { NotFound } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import type { Ctx } from '../../context.ts'
import { pagePicture } from '../../papers/index.ts'
import type { PagePicture } from '../../papers/index.ts'
import type { DrawingRefusal } from '../../papers/rules.ts'
import { findDossier } from '../find-dossier.ts'
import type { Reader } from '../policy.ts'
import type { DossierId, EvidenceId } from '../rules/ids.ts'
import { openEvidence } from './vault.ts'

/** Which page of which paper, from 1. */
export type EvidencePageKey = { dossierId: DossierId; evidenceId: EvidenceId; page: number }

/** A page of a paper in a dossier as a picture, for whoever may read the dossier. */
export async function evidencePage(
  ctx: Ctx & Reader,
  { dossierId, evidenceId, page }: EvidencePageKey,
): Promise<Outcome<PagePicture, DrawingRefusal>> {
  const { evidence } = await findDossier(ctx, dossierId)
  const hash = evidence.find(({ id }) => id === evidenceId)?.fileHash
  if (!hash) throw new NotFound('No file in this dossier', { dossierId, evidenceId })
  return pagePicture(ctx, { hash, page, open: async () => (await openEvidence(ctx, evidenceId)).stream })
}
