import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { producerOfActor } from '../../catalogue/index.ts'
import type { Ctx } from '../../context.ts'
import { requireAct } from '../../identity/index.ts'
import { openConsignedPlace } from '../../traceability/index.ts'
import { selectPoint } from '../points-of-sale/point.store.ts'
import { consignmentActs } from './acts.ts'
import {
  agreeToTerms,
  hasLiveConsignment,
  insertConsignment,
  insertTerms,
  selectConsignmentByKey,
  selectTerms,
  selectTermsByKey,
  updateConsignment,
} from './consignment.store.ts'
import { selectBook, selectShelf } from './book.store.ts'
import type { AgreeInput, ConsignmentInput, ProposeInput, ReviseInput } from './inputs.ts'
import { hasOpenNote } from './note.store.ts'
import { beginConsignment, by, recordConsignment, sidesOf } from './policy.ts'
import type { ConsignmentId } from './rules/ids.ts'
import type { ConsignmentClosed, EndRefusal, TermsRefusal } from './rules/refusals.ts'
import { selectStatements } from './statement.store.ts'
import { consignedPlaceWords } from './words/names.ts'

/** A producer asks a recognised point to take its goods, by a first version of the contract; nothing is sent before the point agrees. */
export async function proposeConsignment(
  ctx: Ctx,
  { pointId, requestKey, ...terms }: ProposeInput,
  { isSample = false } = {},
): Promise<Outcome<{ consignmentId: ConsignmentId }, TermsRefusal>> {
  return inTransaction(ctx, async (tx) => {
    requireAct(ctx.actor, consignmentActs.propose)
    const producer = await producerOfActor({ db: tx, actor: ctx.actor })
    if (!producer) return refuse('producer-missing')
    const before = await selectConsignmentByKey(tx, requestKey)
    if (before) return done({ consignmentId: before.id })
    const point = await selectPoint(tx, pointId)
    if (point?.status !== 'recognised') return refuse('point-not-recognised')
    if (await hasLiveConsignment(tx, pointId, producer.id)) return refuse('consigned-before')
    if (terms.validTo !== null && terms.validTo < terms.validFrom) return refuse('terms-turned')
    const id = ctx.newId('csg')
    const at = { producerId: producer.id, communeCode: point.communeCode }
    const shelfId = await openConsignedPlace(tx, ctx, { ...at, kind: 'point-of-sale', name: consignedPlaceWords.shelf(point.name) })
    const roadId = await openConsignedPlace(tx, ctx, { ...at, kind: 'warehouse', name: consignedPlaceWords.road(point.name) })
    await insertConsignment(tx, { id, pointId, producerId: producer.id, shelfId, roadId, requestKey, at: ctx.now, isSample })
    const first = { id: ctx.newId('cst'), consignmentId: id, version: 1, side: 'owner' as const, requestKey }
    await insertTerms(tx, { ...terms, ...first, ...by(ctx) })
    await recordConsignment(tx, ctx, 'propose', { id, pointId, producerId: producer.id })
    return done({ consignmentId: id })
  })
}

/** Another version, by either side. What was frozen on lines that are written stays as it is. */
export async function reviseTerms(
  ctx: Ctx,
  { consignmentId, requestKey, ...terms }: ReviseInput,
): Promise<Outcome<null, ConsignmentClosed | TermsRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginConsignment(tx, ctx, 'revise', consignmentId)
    if (!begun.ok) return begun
    if (await selectTermsByKey(tx, requestKey)) return done(null)
    const all = await selectTerms(tx, consignmentId)
    const [last] = all
    const [side] = sidesOf(ctx.actor, begun.value)
    // One proposal at a time: but whoever may not agree to one may answer it by another.
    if (last && last.agreedAt === null && last.proposedSide === side) return refuse('proposal-open')
    if (terms.validTo !== null && terms.validTo < terms.validFrom) return refuse('terms-turned')
    const next = { id: ctx.newId('cst'), consignmentId, version: (last?.version ?? 0) + 1, side: side ?? 'owner', requestKey }
    await insertTerms(tx, { ...terms, ...next, ...by(ctx) })
    await recordConsignment(tx, ctx, 'revise', begun.value, { version: next.version })
    return done(null)
  })
}

/** The latest version is agreed to by the side that did not write it. */
export async function agreeTerms(
  ctx: Ctx,
  { consignmentId, termsId }: AgreeInput,
): Promise<Outcome<null, ConsignmentClosed | TermsRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginConsignment(tx, ctx, 'agree', consignmentId)
    if (!begun.ok) return begun
    const [last] = await selectTerms(tx, consignmentId)
    if (last?.id !== termsId) return refuse('nothing-to-agree')
    if (last.agreedAt !== null) return done(null)
    if (sidesOf(ctx.actor, begun.value).every((side) => side === last.proposedSide)) return refuse('own-proposal')
    await agreeToTerms(tx, last.id, by(ctx))
    await updateConsignment(tx, consignmentId, { status: consignmentActs.agree.to })
    await recordConsignment(tx, ctx, 'agree', begun.value, { version: last.version })
    return done(null)
  })
}

/** Over once nothing lies there or is on its way, and all that was written stands in a statement that both signed. */
export async function endConsignment(
  ctx: Ctx,
  { consignmentId }: ConsignmentInput,
): Promise<Outcome<null, ConsignmentClosed | EndRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginConsignment(tx, ctx, 'end', consignmentId)
    if (!begun.ok) return begun
    const left = (await selectShelf(tx, [consignmentId])).reduce((sum, { onShelf }) => sum + onShelf, 0)
    if (left !== 0) return refuse('goods-left', { quantity: left })
    if (await hasOpenNote(tx, consignmentId)) return refuse('not-settled')
    const [book, statements] = await Promise.all([selectBook(tx, consignmentId), selectStatements(tx, consignmentId)])
    const settled = statements.find(({ status }) => status === 'signed')?.toSeq ?? 0
    if (book.some(({ seq }) => seq > settled)) return refuse('not-settled')
    await updateConsignment(tx, consignmentId, { status: consignmentActs.end.to, ended_at: ctx.now })
    await recordConsignment(tx, ctx, 'end', begun.value)
    return done(null)
  })
}
