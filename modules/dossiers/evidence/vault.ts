import { NotFound } from '@dacsan/decisions'
import type { Readable } from 'node:stream'
import { producerOfActor } from '../../catalogue/index.ts'
import type { Ctx } from '../../context.ts'
import { requireRole } from '../../identity/index.ts'
import { selectDossier } from '../dossier.store.ts'
import { selectDossierIdsOf, selectEvidence, selectMediaType, selectVault } from './evidence.store.ts'
import type { OwnedEvidence } from './evidence.store.ts'
import { paperRows } from '../../law/index.ts'
import { mayEdit, mayRead } from '../policy.ts'
import { named } from '../rules.ts'
import type { Evidence, Named, VaultPaper } from '../rules.ts'

/** The papers in the signed-in producer's vault that are not replaced by newer ones. */
export async function listEvidence(ctx: Pick<Ctx, 'db' | 'actor'>): Promise<Named<VaultPaper>[]> {
  requireRole(ctx.actor, 'producer')
  const producer = await producerOfActor(ctx)
  return producer ? named(paperRows(), await selectVault(ctx.db, producer.id)) : []
}

/** A paper of one's own, or in a dossier that one may read. */
export async function findEvidence(ctx: Pick<Ctx, 'db' | 'actor'>, evidenceId: string): Promise<Evidence> {
  const { producerId: _, organisationId: __, replaced: ___, ...paper } = await readable(ctx, evidenceId)
  return paper
}

export type EvidenceFile = { stream: Readable; size: number; mediaType: string; name: string }

/** The file behind a paper, for whoever may see the paper. */
export async function openEvidence(ctx: Pick<Ctx, 'db' | 'actor' | 'files'>, evidenceId: string): Promise<EvidenceFile> {
  const paper = await readable(ctx, evidenceId)
  const file = paper.fileHash === null ? null : await ctx.files.open(paper.fileHash)
  const mediaType = paper.fileHash === null ? undefined : await selectMediaType(ctx.db, paper.fileHash)
  if (!file || mediaType === undefined) throw new NotFound('No file behind this paper', { evidenceId })
  return { ...file, mediaType, name: paper.fileName ?? paper.title }
}

async function readable(ctx: Pick<Ctx, 'db' | 'actor'>, evidenceId: string): Promise<OwnedEvidence> {
  const paper = await selectEvidence(ctx.db, evidenceId)
  if (paper && (mayEdit(ctx.actor, { producer: paper }) || (await inReadableDossier(ctx, evidenceId)))) return paper
  throw new NotFound('No such paper', { evidenceId })
}

async function inReadableDossier(ctx: Pick<Ctx, 'db' | 'actor'>, evidenceId: string): Promise<boolean> {
  for (const id of await selectDossierIdsOf(ctx.db, evidenceId)) {
    const dossier = await selectDossier(ctx.db, id)
    if (dossier && mayRead(ctx.actor, dossier)) return true
  }
  return false
}
