import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import { idInput } from '@dacsan/platform/ids'
import { z } from 'zod'
import { lockProduct, producerFile, putProductOnFile, refuseKindForSet } from '../../catalogue/index.ts'
import type { Producer } from '../../catalogue/index.ts'
import type { ProductId } from '../../catalogue/rules.ts'
import type { Ctx, Tx } from '../../context.ts'
import { hasActivePeople, record, requireAct, requirePerson, system, takeUpload } from '../../identity/index.ts'
import { officeIn } from '../policy.ts'
import type { Upload } from '../evidence/add-evidence.ts'
import { openDossier } from '../drafting/start-dossier.ts'
import { dossierActs, dossierKinds } from '../rules.ts'
import type { StartForRefusal } from '../rules.ts'
import type { DossierId } from '../rules/ids.ts'
import { inputWords } from '../words.ts'
import { insertTurnByPaper } from './proxy.store.ts'

const blank = (value: unknown) => (value === '' ? undefined : value)

export const startForInput = z.object({
  producerId: idInput('pro', inputWords.pageTooOld),
  /** One of its products; without it a new one, by name and set. */
  productId: z.preprocess(blank, idInput('prd', inputWords.pageTooOld).optional()),
  name: z.preprocess(blank, z.string().trim().max(200, inputWords.tooLong(200)).optional()),
  setCode: z.preprocess(blank, z.string().max(20).optional()),
  kind: z.enum(dossierKinds, inputWords.kindOfDossier),
  /** Why the producer does not do it itself. */
  reason: z.string().trim().min(1, inputWords.reasonOfProxy).max(500, inputWords.tooLong(500)),
})
export type StartForInput = z.infer<typeof startForInput>

/**
 * An officer of its commune begins a dossier for a producer of which nobody has come in yet (nộp hộ), with a paper that shows its consent: a signed
 * sheet, photographed. From then on the officer writes and files it in the producer's place, and judges nothing of it.
 */
export async function startDossierFor(
  ctx: Ctx,
  input: StartForInput,
  upload: Upload | null,
): Promise<Outcome<{ dossierId: DossierId }, StartForRefusal>> {
  const act = dossierActs['start-for']
  const producer = await producerFile({ db: ctx.db, actor: system('dossiers') }, input.producerId)
  const { communeCode } = producer.place
  requireAct(ctx.actor, act, { commune: communeCode })
  if (!upload) return refuse('consent-missing')
  const officer = requirePerson(ctx.actor)
  const kept = await takeUpload(ctx, upload, ['photo', 'paper'])
  if (!kept.ok) return kept
  return inTransaction(ctx, async (tx) => {
    if (producer.organisationId !== null && (await hasActivePeople(tx, producer.organisationId))) return refuse('producer-works-itself')
    const product = await productFor(tx, ctx, producer, input)
    if (!product.ok) return product
    const { productId } = product.value
    const opened = await openDossier(tx, ctx, { productId, kind: input.kind })
    if (!opened.ok) return opened
    const { dossierId } = opened.value
    await recordFile(tx, kept.value, { by: officer.userId, at: ctx.now })
    await insertTurnByPaper(tx, {
      id: ctx.newId('dpx'),
      dossierId,
      userId: officer.userId,
      userName: officer.name,
      officeName: officeIn(officer, communeCode),
      at: ctx.now,
      reason: input.reason,
      paper: { hash: kept.value.hash, name: kept.value.originalName },
    })
    const detail = { productId, kind: input.kind, onBehalfOf: producer.name, reason: input.reason, paper: kept.value.hash }
    await record(tx, ctx, act, { subjectId: dossierId, payload: { dossierId, productId }, detail })
    return opened
  })
}

/** The product that was chosen, held; or a new one, which is put on file only once nothing stands against a dossier for it. */
async function productFor(
  tx: Tx,
  ctx: Ctx,
  producer: Producer,
  { productId, name, setCode, kind }: StartForInput,
): Promise<Outcome<{ productId: ProductId }, StartForRefusal>> {
  if (productId !== undefined) {
    const owned = await lockProduct(tx, productId)
    if (owned?.product.producer.id !== producer.id) throw new NotFound('No such product', { productId })
    return done({ productId })
  }
  if (name === undefined || setCode === undefined) return refuse('unknown-set')
  if (kind !== 'first') return refuse('not-certified-yet', { kind })
  const notAllowed = await refuseKindForSet({ db: tx, now: ctx.now }, { kind: producer.kind, setCode })
  if (notAllowed) return notAllowed
  const put = await putProductOnFile(tx, ctx, producer.id, { name, setCode, description: null, netContent: null })
  if (put.ok) return put
  return put.refusal.code === 'same-name' ? refuse('same-name', { name }) : refuse('unknown-set')
}
