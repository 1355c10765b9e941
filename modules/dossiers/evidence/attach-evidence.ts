import { NotFound, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { z } from 'zod'
import type { Ctx, Tx } from '../../context.ts'
import { criteriaSet } from '../../law/index.ts'
import { deleteCarried } from '../drafting/carried.store.ts'
import { editDossier } from '../drafting/edit-dossier.ts'
import type { Edit, Saved } from '../drafting/edit-dossier.ts'
import type { EvidenceId } from '../rules/ids.ts'
import { deleteAttachment, insertAttachment, selectEvidence } from './evidence.store.ts'
import { findCriterion } from '../rules.ts'
import type { AttachRefusal, DossierCard, RequestTarget, DetachRefusal } from '../rules.ts'
import { idInput } from '@dacsan/platform/ids'
import { inputWords } from '../words.ts'

export const attachEvidenceInput = z.object({
  dossierId: idInput('dos'),
  evidenceId: idInput('evi', inputWords.pageTooOld),
  /** The criterion that the paper speaks for; null for the table of papers alone. */
  criterion: z.string().nullable().default(null),
})
export type AttachEvidenceInput = z.infer<typeof attachEvidenceInput>

type UnknownCriterion = Extract<AttachRefusal, { code: 'unknown-criterion' }>

/** Puts a paper of the producer's own vault in its dossier; attaching again changes nothing. */
export async function attachEvidence(ctx: Ctx, input: AttachEvidenceInput): Promise<Outcome<Saved, AttachRefusal>> {
  return editDossier<UnknownCriterion>(ctx, { act: 'attach-evidence', dossierId: input.dossierId, version: null }, (tx, dossier) =>
    attachWithin(tx, dossier, input),
  )
}

/** The attachment itself, to a dossier that the caller has locked and may edit. */
export async function attachWithin(
  tx: Tx,
  dossier: DossierCard,
  { evidenceId, criterion }: { evidenceId: EvidenceId; criterion: string | null },
): Promise<Edit<UnknownCriterion>> {
  const paper = await selectEvidence(tx, evidenceId)
  if (!paper || paper.producerId !== dossier.producer.id) throw new NotFound('No such paper', { evidenceId })
  const unknown = unknownCriterion(dossier, criterion)
  if (unknown) return unknown
  await insertAttachment(tx, dossier.id, evidenceId, criterion ?? '')
  await deleteCarried(tx, dossier.id, ['evidence'])
  return {
    ok: true,
    touched: placesOf(paper, criterion),
    detail: { evidenceId, criterion },
  }
}

export function unknownCriterion(dossier: DossierCard, criterion: string | null): { ok: false; refusal: UnknownCriterion } | undefined {
  const known = criterion === null || findCriterion(criteriaSet(dossier.criteriaDecision, dossier.setCode), criterion)
  return known ? undefined : refuse('unknown-criterion', { criterion: criterion! })
}

/** Takes a paper from one criterion, or with `criterion` null out of the dossier; it stays in the vault. */
export async function detachEvidence(
  ctx: Ctx,
  { dossierId, evidenceId, criterion }: AttachEvidenceInput,
): Promise<Outcome<Saved, DetachRefusal>> {
  return editDossier<never>(ctx, { act: 'detach-evidence', dossierId, version: null }, async (tx, dossier) => {
    const paper = await selectEvidence(tx, evidenceId)
    if (!paper || paper.producerId !== dossier.producer.id) throw new NotFound('No such paper', { evidenceId })
    await deleteAttachment(tx, dossier.id, evidenceId, criterion)
    await deleteCarried(tx, dossier.id, ['evidence'])
    return {
      ok: true,
      touched: placesOf(paper, criterion),
      detail: { evidenceId, criterion },
    }
  })
}

/** Where a request for this paper may have been made. */
export function placesOf(paper: { kind: number }, criterion: string | null): RequestTarget[] {
  const kind = `evidence:${paper.kind}` as RequestTarget
  return criterion === null ? [kind, 'section:evidence'] : [kind, 'section:evidence', `criterion:${criterion}`]
}
