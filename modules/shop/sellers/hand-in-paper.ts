import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import type { Upload } from '@dacsan/platform/files'
import { dateInVietnam } from '@dacsan/vietnam'
import { producerOfActor, productsOfProducer } from '../../catalogue/index.ts'
import type { Ctx } from '../../context.ts'
import { actorId, record, requireAct, takeUpload } from '../../identity/index.ts'
import { sellerPaperActs } from '../acts.ts'
import type { HandInPaperInput } from '../inputs.ts'
import type { HandInRefusal } from '../rules.ts'
import type { SellerPaperId } from '../rules/ids.ts'
import { insertPaper, selectPaperByKey } from './paper.store.ts'
import { papersAskedOf } from './papers-asked.ts'

/** A seller shows a paper with its file; what is sold today stands by the one before until the office has read this one. */
export async function handInPaper(
  ctx: Ctx,
  input: HandInPaperInput,
  upload: Upload | null,
): Promise<Outcome<{ paperId: SellerPaperId }, HandInRefusal>> {
  const act = sellerPaperActs['hand-in']
  requireAct(ctx.actor, act)
  const producer = await producerOfActor(ctx)
  if (!producer) return refuse('producer-missing')
  const before = await selectPaperByKey(ctx.db, input.requestKey)
  if (before)
    return before.producerId === producer.id && before.kind === input.kind ? done({ paperId: before.id }) : refuse('request-key-reused')
  const today = dateInVietnam(ctx.now)
  // For products that are not posted yet as well: their papers may come first.
  const sets = (await productsOfProducer(ctx, producer.id)).flatMap(({ setCode }) => setCode ?? [])
  const asked = await papersAskedOf(ctx.db, producer.id, { today, sets })
  if (!asked.some(({ kind, setCode }) => kind === input.kind && setCode === input.setCode)) return refuse('paper-not-asked')
  if (input.issuedOn > today) return refuse('issued-in-future')
  if (input.validUntil !== null && input.validUntil < today) return refuse('paper-ended')
  if (!upload) return refuse('file-missing')
  const kept = await takeUpload(ctx, upload, ['photo', 'paper'])
  if (!kept.ok) return kept
  const paperId = ctx.newId('spa')
  return inTransaction(ctx, async (tx) => {
    await recordFile(tx, kept.value, { by: actorId(ctx.actor), at: ctx.now })
    const file = { hash: kept.value.hash, name: kept.value.originalName }
    await insertPaper(tx, { ...input, id: paperId, producerId: producer.id, file, at: ctx.now, byId: actorId(ctx.actor) })
    await record(tx, ctx, act, {
      subjectId: paperId,
      payload: { paperId, producerId: producer.id },
      detail: { kind: input.kind, setCode: input.setCode, validUntil: input.validUntil },
    })
    return done({ paperId })
  })
}
