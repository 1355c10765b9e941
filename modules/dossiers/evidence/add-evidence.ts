import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import type { KeptFile } from '@dacsan/platform/files'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import { producerOfActor } from '../../catalogue/index.ts'
import type { Ctx, Tx } from '../../context.ts'
import { audit, requireRole } from '../../identity/index.ts'
import { attachWithin, placesOf, unknownCriterion } from './attach-evidence.ts'
import { editWithin, noteChange } from '../drafting/edit-dossier.ts'
import { insertEvidence, moveAttachments, selectEvidence } from './evidence.store.ts'
import { editableStatuses, isEvidenceKind } from '../rules.ts'
import type { AttachRefusal, EvidenceKind, EvidenceRefusal } from '../rules.ts'

const day = z.preprocess((value) => (value === '' ? null : value), z.iso.date('Hãy chọn một ngày có thật.').nullable().default(null))
const words = (limit: number) =>
  z
    .string()
    .trim()
    .max(limit, `Nhiều nhất ${limit} chữ.`)
    .transform((text) => text || null)
    .nullable()
    .default(null)

export const addEvidenceInput = z.object({
  kind: z.coerce
    .number()
    .refine(isEvidenceKind, 'Hãy chọn loại giấy.')
    .transform((kind) => kind as EvidenceKind),
  title: z.string().trim().min(1, 'Hãy ghi tên giấy.').max(200, 'Nhiều nhất 200 chữ.'),
  number: words(100),
  issuedBy: words(200),
  issuedOn: day,
  expiresOn: day,
})
export type AddEvidenceInput = z.infer<typeof addEvidenceInput>

export type Upload = { content: Blob | Uint8Array; name: string }

/** Puts a paper in the producer's vault, and at once in a dossier when `into` says so. */
export async function addEvidence(
  ctx: Ctx,
  input: AddEvidenceInput,
  upload: Upload | null,
  into?: { dossierId: string; criterion: string | null },
): Promise<Outcome<{ evidenceId: string }, EvidenceRefusal | AttachRefusal>> {
  const file = await keepUpload(ctx, input, upload)
  if (!file.ok) return file
  return inTransaction(ctx, async (tx) => {
    if (!into) {
      const evidenceId = await storePaper(tx, ctx, input, file.value, null)
      await audit(tx, ctx, { action: 'evidence.added', subjectType: 'evidence', subjectId: evidenceId, detail: { kind: input.kind } })
      return done({ evidenceId })
    }
    const evidenceId = ctx.newId('evi')
    const saved = await editWithin(tx, ctx, { dossierId: into.dossierId, version: null }, async (dossier) => {
      const unknown = unknownCriterion(dossier, into.criterion)
      if (unknown) return unknown
      await storePaper(tx, ctx, input, file.value, null, evidenceId)
      return attachWithin(tx, dossier, { evidenceId, criterion: into.criterion })
    })
    if (!saved.ok) return saved
    await audit(tx, ctx, {
      action: 'evidence.added',
      subjectType: 'evidence',
      subjectId: evidenceId,
      detail: { kind: input.kind, ...into },
    })
    return done({ evidenceId })
  })
}

/** A newer paper for an older one. Open dossiers get the newer; what was filed keeps what it was filed with. */
export async function replaceEvidence(
  ctx: Ctx,
  replacedId: string,
  input: AddEvidenceInput,
  upload: Upload | null,
): Promise<Outcome<{ evidenceId: string; dossierIds: string[] }, EvidenceRefusal>> {
  const file = await keepUpload(ctx, input, upload)
  if (!file.ok) return file
  return inTransaction(ctx, async (tx) => {
    const replaced = await selectEvidence(tx, replacedId)
    const producer = await producerOfActor({ ...ctx, db: tx })
    if (!replaced || replaced.replaced || replaced.producerId !== producer?.id) throw new NotFound('No such paper', { replacedId })
    const evidenceId = await storePaper(tx, ctx, input, file.value, replacedId)
    const dossierIds = await moveAttachments(tx, replacedId, evidenceId, editableStatuses)
    for (const dossierId of dossierIds) await noteChange(tx, dossierId, placesOf(input, null), ctx.now)
    await audit(tx, ctx, {
      action: 'evidence.replaced',
      subjectType: 'evidence',
      subjectId: evidenceId,
      detail: { replacedId, dossierIds },
    })
    return done({ evidenceId, dossierIds })
  })
}

async function keepUpload(ctx: Ctx, input: AddEvidenceInput, upload: Upload | null): Promise<Outcome<KeptFile | null, EvidenceRefusal>> {
  requireRole(ctx.actor, 'producer')
  if (input.issuedOn !== null && input.expiresOn !== null && input.expiresOn < input.issuedOn) return refuse('dates-reversed')
  if (input.issuedOn !== null && input.issuedOn > dateInVietnam(ctx.now)) return refuse('issued-in-future')
  return upload === null ? done(null) : ctx.files.keep(upload.content, { name: upload.name, kinds: ['photo', 'paper'] })
}

async function storePaper(
  tx: Tx,
  ctx: Ctx,
  input: AddEvidenceInput,
  file: KeptFile | null,
  replacesId: string | null,
  id: string = ctx.newId('evi'),
): Promise<string> {
  const person = requireRole(ctx.actor, 'producer')
  const producer = await producerOfActor({ ...ctx, db: tx })
  if (!producer) throw new NotFound('No producer on file')
  if (file) await recordFile(tx, file, { by: person.userId, at: ctx.now })
  await insertEvidence(tx, {
    ...input,
    id,
    producerId: producer.id,
    file: file && { hash: file.hash, name: file.originalName },
    replacesId,
    at: ctx.now,
    by: person.userId,
  })
  return id
}
