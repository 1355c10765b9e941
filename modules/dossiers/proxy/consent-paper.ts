import { NotFound } from '@dacsan/decisions'
import type { Ctx } from '../../context.ts'
import { selectDossier } from '../dossier.store.ts'
import type { EvidenceFile } from '../evidence/vault.ts'
import { mayRead } from '../policy.ts'
import type { Reader } from '../policy.ts'
import type { DossierProxyId } from '../rules/ids.ts'
import { selectConsentPaper } from './proxy.store.ts'

/** The paper that shows the producer's consent, for whoever may read the dossier. */
export async function openConsentPaper(ctx: Pick<Ctx, 'db' | 'files'> & Reader, turnId: DossierProxyId): Promise<EvidenceFile> {
  const paper = await selectConsentPaper(ctx.db, turnId)
  const dossier = paper && (await selectDossier(ctx.db, paper.dossierId))
  const file = dossier && mayRead(ctx, dossier) ? await ctx.files.open(paper.hash) : null
  if (!file) throw new NotFound('No such paper', { turnId })
  return { ...file, mediaType: paper!.mediaType, name: paper!.name! }
}
