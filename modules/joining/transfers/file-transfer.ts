import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import type { Upload } from '@dacsan/platform/files'
import { findProducer, findProduct, lockProduct, producerFile, producerOfActor } from '../../catalogue/index.ts'
import type { Producer } from '../../catalogue/index.ts'
import type { Ctx, ReadDb } from '../../context.ts'
import { actorId, actorName, record, requireAct, takeUpload, visitor } from '../../identity/index.ts'
import { productTransferActs } from '../acts.ts'
import type { TransferSide } from '../acts.ts'
import { newRequestCode } from '../file-request.ts'
import type { FileTransferInput } from '../inputs.ts'
import type { ProductTransferId } from '../rules/ids.ts'
import type { FileTransferRefusal } from '../rules/refusals.ts'
import { refuseTransfer, within } from './judge-transfer.ts'
import { insertTransfer, insertTransferStep, selectOpenTransfer, selectTransfer } from './transfer.store.ts'

/** A producer that the public register shows, for whoever names it as the other side; no other is there to be named. */
async function shownProducer(db: ReadDb, idOrSlug: string): Promise<Producer> {
  const { id } = await findProducer({ db, actor: visitor }, idOrSlug)
  return producerFile(within(db), id)
}

/** What of the form is known: the product, who has it, who is to have it, and which side asks. */
export async function readSides(ctx: Pick<Ctx, 'db' | 'actor'>, { product: idOrSlug, to: named }: { product: string; to: string | null }) {
  const own = await producerOfActor(ctx)
  const product = await findProduct(within(ctx.db), idOrSlug)
  const askedBy: TransferSide = product.producer.id === own?.id ? 'from' : 'to'
  // Somebody else's draft is not there for whoever would like to have it.
  if (askedBy === 'to' && !product.inRegister) throw new NotFound('No such product', { idOrSlug })
  const from = await producerFile(within(ctx.db), product.producer.id)
  const other = named === null ? null : await shownProducer(ctx.db, named)
  const to = askedBy === 'to' ? (own ?? null) : other
  return { own, product, from, to, askedBy }
}

/**
 * Whoever has a product, or whoever is to have it, asks that it go over, with a paper that shows why. The same form sent again is the same request; of
 * one product one request waits at a time.
 */
export async function fileTransfer(
  ctx: Ctx,
  input: FileTransferInput,
  upload: Upload | null,
): Promise<Outcome<{ transferId: ProductTransferId }, FileTransferRefusal>> {
  const act = productTransferActs.file
  const { own, product, from, to, askedBy } = await readSides(ctx, { product: input.productId, to: input.producerId })
  requireAct(ctx.actor, act, { owner: own?.organisationId })
  const filedById = actorId(ctx.actor)
  const requestKey = `${filedById} ${input.requestKey}`
  const sameForm = () => selectTransfer(ctx.db, 'request_key', requestKey)
  const before = await sameForm()
  if (before) return done({ transferId: before.id })
  if (!to || to.id === from.id || filedById === null) return refuse('same-producer')
  const waiting = await selectOpenTransfer(ctx.db, product.id)
  if (waiting) {
    // Between the two looks this same form may have been filed.
    const meanwhile = await sameForm()
    return meanwhile ? done({ transferId: meanwhile.id }) : refuse('transfer-waits', { transferCode: waiting.code })
  }
  const refused = await refuseTransfer(ctx, { product, to }, { judgesNumbers: false })
  if (refused && refused.refusal.code !== 'registration-missing') return refused as Outcome<never, FileTransferRefusal>
  if (!upload) return refuse('paper-missing')
  const kept = await takeUpload(ctx, upload, ['photo', 'paper'])
  if (!kept.ok) return kept
  const paper = kept.value
  return inTransaction(ctx, async (tx) => {
    // Whose it is does not change between what was judged and what is written.
    const owned = await lockProduct(tx, product.id)
    if (owned?.product.producer.id !== from.id) throw new NotFound('No such product', { id: product.id })
    await recordFile(tx, paper, { by: filedById, at: ctx.now })
    const transferId = ctx.newId('ptr')
    const code = newRequestCode()
    const deskCommuneCode = from.place.communeCode ?? to.place.communeCode
    const inserted = await insertTransfer(tx, {
      id: transferId,
      code,
      status: act.to,
      productId: product.id,
      fromId: from.id,
      toId: to.id,
      askedBy,
      reason: input.reason,
      deskCommuneCode,
      filedById,
      filedByName: actorName(ctx.actor),
      requestKey,
      at: ctx.now,
    })
    if (!inserted) {
      const same = await selectTransfer(tx, 'request_key', requestKey)
      if (same) return done({ transferId: same.id })
      const other = await selectOpenTransfer(tx, product.id)
      return refuse('transfer-waits', { transferCode: other?.code ?? '' })
    }
    const step = { at: ctx.now, act: act.name, byId: filedById, byName: actorName(ctx.actor), words: input.reason } as const
    await insertTransferStep(tx, transferId, { ...step, paper: { hash: paper.hash, name: paper.originalName } })
    const payload = { transferId, code, productId: product.id, fromId: from.id, toId: to.id, communeCode: deskCommuneCode }
    await record(tx, ctx, act, { subjectId: transferId, payload })
    return done({ transferId })
  })
}
