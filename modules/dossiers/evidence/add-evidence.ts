import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile, servedName } from '@dacsan/platform/files'
import type { KeptFile } from '@dacsan/platform/files'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import { producerOfActor } from '../../catalogue/index.ts'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { Ctx, ReadDb, Tx } from '../../context.ts'
import { optionalDay } from '../../optional-fields.ts'
import { record, requireAct, takePages, takeUpload } from '../../identity/index.ts'
import { actorId } from '../../identity/rules.ts'
import { paperRows } from '../../law/index.ts'
import { attachWithin, placesOf, unknownCriterion } from './attach-evidence.ts'
import { editWithin, recordEdit } from '../drafting/edit-dossier.ts'
import { insertEvidence, moveAttachments, selectEvidence } from './evidence.store.ts'
import type { OwnedEvidence } from './evidence.store.ts'
import { selectDossier } from '../dossier.store.ts'
import { dossierActs, editableStatuses, evidenceActs, tiesOf } from '../rules.ts'
import type { AttachRefusal, EvidenceRefusal } from '../rules.ts'
import { inputWords } from '../words.ts'
import type { DossierId, EvidenceId } from '../rules/ids.ts'

const day = optionalDay(inputWords.notADate)
const words = (limit: number) =>
  z
    .string()
    .trim()
    .max(limit, inputWords.tooLong(limit))
    .transform((text) => text || null)
    .nullable()
    .default(null)

export const addEvidenceInput = z.object({
  kind: z.coerce.number().refine((kind) => paperRows().some(({ row }) => row === kind), inputWords.kindOfPaper),
  title: z.string().trim().min(1, inputWords.titleOfPaper).max(200, inputWords.tooLong(200)),
  number: words(100),
  issuedBy: words(200),
  issuedOn: day,
  expiresOn: day,
})
export type AddEvidenceInput = z.infer<typeof addEvidenceInput>

export type Upload = { content: Blob | Uint8Array; name: string }
/** Several files are the pages of one paper, in their order. */
type Uploads = Upload | readonly Upload[] | null

/** Puts a paper in the producer's vault, and at once in a dossier when `into` says so. */
export async function addEvidence(
  ctx: Ctx,
  input: AddEvidenceInput,
  uploads: Uploads,
  into?: { dossierId: DossierId; criterion: string | null },
): Promise<Outcome<{ evidenceId: EvidenceId; incomplete: boolean }, EvidenceRefusal | AttachRefusal>> {
  const producer = into ? await producerOfDossier(ctx, into.dossierId) : await ownProducer(ctx)
  if (!producer) return refuse('producer-missing')
  const file = await keepUploads(ctx, input, uploads)
  if (!file.ok) return file
  const paper: NewPaper = { input, file: file.value, producerId: producer.id, id: ctx.newId('evi'), replacesId: null }
  return inTransaction(ctx, async (tx) => {
    if (into) {
      const saved = await editWithin(tx, ctx, { act: 'attach-evidence', dossierId: into.dossierId, version: null }, async (dossier) => {
        const unknown = unknownCriterion(dossier, into.criterion)
        if (unknown) return unknown
        await storePaper(tx, ctx, paper)
        return attachWithin(tx, dossier, { evidenceId: paper.id, criterion: into.criterion })
      })
      if (!saved.ok) return saved
    } else await storePaper(tx, ctx, paper)
    await record(tx, ctx, evidenceActs.add, { subjectId: paper.id, detail: { kind: input.kind, ...into } })
    return done({ evidenceId: paper.id, incomplete: isIncomplete(file.value) })
  })
}

async function ownProducer(ctx: Ctx): Promise<{ id: ProducerId } | undefined> {
  requireAct(ctx.actor, evidenceActs.add)
  return producerOfActor(ctx)
}

/** Whose paper it becomes: of the producer whose dossier it lies in, also where somebody writes for it. */
async function producerOfDossier(ctx: Ctx, dossierId: DossierId): Promise<{ id: ProducerId }> {
  const dossier = await selectDossier(ctx.db, dossierId)
  if (!dossier) throw new NotFound('No such dossier', { dossierId })
  requireAct(ctx.actor, dossierActs['attach-evidence'], tiesOf(dossier))
  return dossier.producer
}

/** A newer paper for an older one. Open dossiers get the newer; what was filed keeps what it was filed with. */
export async function replaceEvidence(
  ctx: Ctx,
  replacedId: EvidenceId,
  input: AddEvidenceInput,
  uploads: Uploads,
): Promise<Outcome<{ evidenceId: EvidenceId; dossierIds: DossierId[]; incomplete: boolean }, EvidenceRefusal>> {
  // Before the file is kept: whoever may not replace the paper fills no disk.
  await replaceable(ctx.db, ctx, replacedId)
  const file = await keepUploads(ctx, input, uploads)
  if (!file.ok) return file
  return inTransaction(ctx, async (tx) => {
    const { producerId } = await replaceable(tx, ctx, replacedId)
    const id = ctx.newId('evi')
    await storePaper(tx, ctx, { input, file: file.value, producerId, id, replacesId: replacedId })
    const dossierIds = await moveAttachments(tx, replacedId, id, editableStatuses)
    for (const dossierId of dossierIds) await recordEdit(tx, dossierId, placesOf(input, null), ctx.now)
    await record(tx, ctx, evidenceActs.replace, { subjectId: id, detail: { replacedId, dossierIds } })
    return done({ evidenceId: id, dossierIds, incomplete: isIncomplete(file.value) })
  })
}

const isIncomplete = (file: KeptFile | null) => file?.incomplete === true

async function replaceable(db: ReadDb, ctx: Pick<Ctx, 'actor'>, id: EvidenceId): Promise<OwnedEvidence> {
  const paper = await selectEvidence(db, id)
  if (!paper || paper.replaced) throw new NotFound('No such paper', { id })
  requireAct(ctx.actor, evidenceActs.replace, { owner: paper.organisationId })
  return paper
}

async function keepUploads(ctx: Ctx, input: AddEvidenceInput, uploads: Uploads): Promise<Outcome<KeptFile | null, EvidenceRefusal>> {
  if (input.issuedOn !== null && input.expiresOn !== null && input.expiresOn < input.issuedOn) return refuse('dates-reversed')
  if (input.issuedOn !== null && input.issuedOn > dateInVietnam(ctx.now)) return refuse('issued-in-future')
  const files = [uploads ?? []].flat()
  const [first] = files
  if (!first) return done(null)
  return files.length === 1 ? takeUpload(ctx, first, ['photo', 'paper']) : takePages(ctx, files, servedName(input.title, 'application/pdf'))
}

type NewPaper = { input: AddEvidenceInput; file: KeptFile | null; producerId: ProducerId; id: EvidenceId; replacesId: EvidenceId | null }

/** A paper with its file, in the vault of a producer. */
export async function storePaper(tx: Tx, ctx: Ctx, { input, file, producerId, id, replacesId }: NewPaper): Promise<void> {
  const by = actorId(ctx.actor)
  if (file) await recordFile(tx, file, { by, at: ctx.now })
  await insertEvidence(tx, {
    ...input,
    id,
    producerId,
    file: file && { hash: file.hash, name: file.originalName },
    replacesId,
    at: ctx.now,
    by,
  })
}
