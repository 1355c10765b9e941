import type { Outcome } from '@dacsan/decisions'
import type { Ctx } from '../context.ts'
import { hasAddress, producePaper } from '../papers/index.ts'
import type { PaperFile } from '../papers/index.ts'
import type { DrawingRefusal } from '../papers/rules.ts'
import { dossierPapers, requestPapers } from './dossier-papers.ts'
import { findDossier } from './find-dossier.ts'
import type { Reader } from './policy.ts'
import { tiesOf } from './rules.ts'
import type { DossierId } from './rules/ids.ts'

/** A paper of a dossier by the last part of its address, `mau-01.pdf`, `yeu-cau-bo-sung-req_….pdf`; the same dossier gives the same bytes. */
export async function dossierPaper(
  ctx: Ctx & Reader,
  { dossierId, file }: { dossierId: DossierId; file: string },
): Promise<Outcome<PaperFile, DrawingRefusal>> {
  const dossier = await findDossier(ctx, dossierId)
  const papers = hasAddress(requestPapers, file) ? requestPapers : dossierPapers
  return producePaper(ctx, papers, { file }, dossier, tiesOf(dossier))
}
