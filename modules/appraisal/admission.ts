import type { Outcome } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../context.ts'
import { dossierPaper, findReceipt, openConsentPaper, openEvidence } from '../dossiers/index.ts'
import type { EvidenceFile, Receipt } from '../dossiers/index.ts'
import type { DossierId, DossierProxyId, EvidenceId } from '../dossiers/rules.ts'
import { hasRole } from '../identity/index.ts'
import type { PaperFile } from '../papers/index.ts'
import type { DrawingRefusal } from '../papers/rules.ts'
import { selectAssigned, selectTabled } from './admission.store.ts'
import { selectConflicted } from './councils/conflict.store.ts'

/**
 * The reader with the dossiers that the appraisal opens to them: an adviser's own, and those on the table of a secretary's own session; none in
 * which they have a conflict, whatever seat it was found in. Members score, and so read, at the table alone (`sheetFor`).
 */
export async function admitReader<C extends Pick<Ctx, 'db' | 'actor' | 'now'>>(ctx: C): Promise<C & { admitted: readonly DossierId[] }> {
  const { actor, db } = ctx
  if (actor.kind !== 'person') return { ...ctx, admitted: [] }
  const given = hasRole(actor, 'advisory-member') ? await selectAssigned(db, actor.userId) : []
  const tabled = hasRole(actor, 'council-secretary') ? await selectTabled(db, actor.userId) : []
  const opened = [...new Set([...given, ...tabled])]
  const conflicted = await selectConflicted(db, actor.userId, opened, dateInVietnam(ctx.now))
  return { ...ctx, admitted: opened.filter((dossierId) => !conflicted.has(dossierId)) }
}

/** A paper of a dossier, for whoever may read the dossier: its producer, its commune, the office, and those whom the appraisal admits. */
export async function paperForReader(ctx: Ctx, asked: { dossierId: DossierId; file: string }): Promise<Outcome<PaperFile, DrawingRefusal>> {
  return dossierPaper(await admitReader(ctx), asked)
}

/** The receipt of a filing, for the same readers. */
export async function receiptForReader(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, idOrCode: string): Promise<Receipt | null> {
  return findReceipt(await admitReader(ctx), idOrCode)
}

/** The paper with which a producer let an officer write its dossier, for the same readers. */
export async function consentPaperForReader(ctx: Ctx, turnId: DossierProxyId): Promise<EvidenceFile> {
  return openConsentPaper(await admitReader(ctx), turnId)
}

/** The file of a paper of the vault, for its producer and for the readers of a dossier that it lies in. */
export async function evidenceFileForReader(ctx: Ctx, evidenceId: EvidenceId): Promise<EvidenceFile> {
  return openEvidence(await admitReader(ctx), evidenceId)
}
