import { NotFound, mayOf } from '@dacsan/decisions'
import { servedName } from '@dacsan/platform/files'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Readable } from 'node:stream'
import { producerOfActor } from '../../catalogue/index.ts'
import type { Ctx } from '../../context.ts'
import { grantsOf, requireRole } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { OrganisationId } from '../../identity/rules.ts'
import { selectDossier, selectDossiers } from '../dossier.store.ts'
import type { EvidenceId } from '../rules/ids.ts'
import { selectDossierIdsOf, selectEvidence, selectMediaType, selectVault } from './evidence.store.ts'
import type { OwnedEvidence } from './evidence.store.ts'
import { paperRows } from '../../law/index.ts'
import { isProxy, mayRead, readScope, worksForProducer, writesFor } from '../policy.ts'
import type { Reader } from '../policy.ts'
import { evidenceActs, paperStanding } from '../rules.ts'
import type { DossierCard, Evidence, EvidenceMay, VaultPaper } from '../rules.ts'
import { named } from '../words.ts'

/** The papers in the signed-in producer's vault that are not replaced by newer ones. */
export async function listEvidence(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>): Promise<VaultPaper[]> {
  requireRole(ctx.actor, 'producer')
  const producer = await producerOfActor(ctx)
  if (!producer) return []
  return papersOf(ctx, producer)
}

async function papersOf(
  ctx: Pick<Ctx, 'db' | 'actor' | 'now'>,
  producer: { id: ProducerId; organisationId: OrganisationId | null },
): Promise<VaultPaper[]> {
  const today = dateInVietnam(ctx.now)
  const may = mayOfPaper(ctx.actor, { organisationId: producer.organisationId, replaced: false })
  const papers = named(paperRows(), await selectVault(ctx.db, producer.id))
  return papers.map((paper) => ({ ...paper, ...paperStanding(paper, today), may }))
}

/** The papers of the producer of a dossier, for whoever writes it. */
export async function vaultOfDossier(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, dossier: DossierCard): Promise<VaultPaper[]> {
  return writesFor(ctx.actor, dossier) ? papersOf(ctx, dossier.producer) : []
}

/** A paper of one's own, or in a dossier that one may read. */
export async function findEvidence(ctx: Pick<Ctx, 'db'> & Reader, evidenceId: EvidenceId): Promise<Evidence & { may: EvidenceMay }> {
  const found = await readable(ctx, evidenceId)
  const { producerId: _, organisationId: __, replaced: ___, ...paper } = found
  return { ...paper, may: mayOfPaper(ctx.actor, found) }
}

/** A paper is replaced once: the newer one is replaced after it. */
function mayOfPaper(actor: Actor, { organisationId, replaced }: Pick<OwnedEvidence, 'organisationId' | 'replaced'>): EvidenceMay {
  const may: EvidenceMay = mayOf(evidenceActs, '', grantsOf(actor, { owner: organisationId }))
  return replaced ? { ...may, replace: { code: 'not-permitted' } } : may
}

export type EvidenceFile = { stream: Readable; size: number; mediaType: string; name: string }

/** The file behind a paper, for whoever may see the paper. */
export async function openEvidence(ctx: Pick<Ctx, 'db' | 'files'> & Reader, evidenceId: EvidenceId): Promise<EvidenceFile> {
  const paper = await readable(ctx, evidenceId)
  const file = paper.fileHash === null ? null : await ctx.files.open(paper.fileHash)
  const mediaType = paper.fileHash === null ? undefined : await selectMediaType(ctx.db, paper.fileHash)
  if (!file || mediaType === undefined) throw new NotFound('No file behind this paper', { evidenceId })
  return { ...file, mediaType, name: servedName(paper.title, mediaType) }
}

async function readable(ctx: Pick<Ctx, 'db'> & Reader, evidenceId: EvidenceId): Promise<OwnedEvidence> {
  const paper = await selectEvidence(ctx.db, evidenceId)
  if (
    paper &&
    (worksForProducer(ctx.actor, { producer: paper }) ||
      (await inReadableDossier(ctx, evidenceId)) ||
      (await writesForProducer(ctx, paper)))
  )
    return paper
  throw new NotFound('No such paper', { evidenceId })
}

/** Whoever writes a dossier for a producer chooses from its vault. */
async function writesForProducer({ db, actor }: Pick<Ctx, 'db'> & Reader, { producerId }: OwnedEvidence): Promise<boolean> {
  const { proxyId } = readScope({ actor })
  return proxyId !== null && (await selectDossiers(db, readScope({ actor }), { producerId })).some((dossier) => isProxy(actor, dossier))
}

async function inReadableDossier(ctx: Pick<Ctx, 'db'> & Reader, evidenceId: EvidenceId): Promise<boolean> {
  for (const id of await selectDossierIdsOf(ctx.db, evidenceId)) {
    const dossier = await selectDossier(ctx.db, id)
    if (dossier && mayRead(ctx, dossier)) return true
  }
  return false
}
