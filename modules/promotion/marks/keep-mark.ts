import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { newTraceCode } from '@dacsan/gs1'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import type { Upload } from '@dacsan/platform/files'
import { dateInVietnam } from '@dacsan/vietnam'
import { cardsOfSlugs, freeSlug, slugOf } from '../../catalogue/index.ts'
import type { Ctx } from '../../context.ts'
import { actorId, actorName, requireAct, takeUpload } from '../../identity/index.ts'
import { ruleOn } from '../../law/index.ts'
import { markActs } from './acts.ts'
import type { AdmitInput, EndUseInput, MarkPaperInput, MarkStepInput, RegisterMarkInput } from './inputs.ts'
import {
  insertMark,
  insertMarkPaper,
  insertMarkStep,
  isOwner,
  selectMarkByKey,
  selectMarkPapers,
  selectMarkSteps,
  takenMarkSlugs,
  updateMarkNumber,
} from './mark.store.ts'
import { beginMark, doneBy, recordMark } from './policy.ts'
import type { MarkId, MarkUseId } from './rules/ids.ts'
import type { AdmitRefusal, EndUseRefusal, MarkPaperRefusal, MarkStepRefusal, RegisterMarkRefusal } from './rules/refusals.ts'
import { faultOfStep, termAfter } from './rules/steps.ts'
import { endStoredUse, insertUse, selectUse, selectUseByKey, selectUsesOfMark } from './use.store.ts'

/** Stands below the addresses of marks and is none. */
const reservedSlug = 'phan-anh'

/** A mark with its application, or the decision on the OCOP mark. The same form sent twice is one mark. */
export async function registerMark(
  ctx: Ctx,
  { requestKey, firstOn, ...typed }: RegisterMarkInput,
  { isSample = false } = {},
): Promise<Outcome<{ markId: MarkId }, RegisterMarkRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<{ markId: MarkId }, RegisterMarkRefusal>> => {
    requireAct(ctx.actor, markActs.register)
    const before = await selectMarkByKey(tx, requestKey)
    if (before) return done({ markId: before.id })
    if (!(await isOwner(tx, typed.ownerId))) return refuse('owner-unknown')
    const step = typed.kind === 'ocop' ? 'decided' : 'filed'
    const fault = faultOfStep(typed.kind, [], { step, on: firstOn }, dateInVietnam(ctx.now))
    if (fault) return refuse(fault)
    const id = ctx.newId('mrk')
    const plain = slugOf(typed.name)
    const { slug } = freeSlug(plain, new Set([...(await takenMarkSlugs(tx, plain)), reservedSlug]))
    await insertMark(tx, { ...typed, id, slug, isSample, at: ctx.now, byId: actorId(ctx.actor), requestKey })
    await insertMarkStep(tx, { markId: id, seq: 1, step, on: firstOn, until: null, number: typed.number, note: null }, doneBy(ctx))
    await recordMark(tx, ctx, 'register', { id, slug })
    return done({ markId: id })
  })
}

/** What became of it, in the order of the law; the term is reckoned by the law of the day and stays as it was reckoned. */
export async function recordMarkStep(ctx: Ctx, input: MarkStepInput): Promise<Outcome<null, MarkStepRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, MarkStepRefusal>> => {
    const mark = await beginMark(tx, ctx, 'record-step', input.markId)
    const steps = await selectMarkSteps(tx, [mark.id])
    const fault = faultOfStep(mark.kind, steps, input, dateInVietnam(ctx.now))
    if (fault) return refuse(fault)
    const terms = await ruleOn(tx, 'mark.terms', input.on)
    const until = termAfter(mark.kind, steps, input.step, terms.value)
    const { step, on, number, note } = input
    await insertMarkStep(tx, { markId: mark.id, seq: steps.at(-1)!.seq + 1, step, on, until, number, note }, doneBy(ctx))
    if (number !== null && step !== 'ended') await updateMarkNumber(tx, mark.id, number)
    await recordMark(tx, ctx, 'record-step', mark, { step, on, until })
    return done(null)
  })
}

/** The extract of the register or the regulation of use, beside those before it. */
export async function keepMarkPaper(
  ctx: Ctx,
  input: MarkPaperInput,
  upload: Upload | null,
): Promise<Outcome<{ incomplete: boolean }, MarkPaperRefusal>> {
  // Before the file is kept: whoever may not keep it fills no disk.
  requireAct(ctx.actor, markActs['keep-paper'])
  if (!upload) return refuse('paper-missing')
  if (input.datedOn > dateInVietnam(ctx.now)) return refuse('paper-in-future')
  const taken = await takeUpload(ctx, upload, ['paper', 'photo'])
  if (!taken.ok) return taken
  return inTransaction(ctx, async (tx): Promise<Outcome<{ incomplete: boolean }, MarkPaperRefusal>> => {
    const mark = await beginMark(tx, ctx, 'keep-paper', input.markId)
    const { hash, originalName } = taken.value
    if ((await selectMarkPapers(tx, mark.id)).some(({ fileHash }) => fileHash === hash)) return refuse('paper-twice')
    await recordFile(tx, taken.value, { by: actorId(ctx.actor), at: ctx.now })
    await insertMarkPaper(tx, { ...input, id: ctx.newId('mpa'), fileHash: hash, fileName: originalName }, doneBy(ctx))
    await recordMark(tx, ctx, 'keep-paper', mark, { kind: input.kind, number: input.number })
    return done({ incomplete: taken.value.incomplete === true })
  })
}

/** The last part of an address, or the slug as it was typed. */
const slugIn = (typed: string) => typed.split(/[?#]/)[0]!.replace(/\/+$/, '').split('/').at(-1)!.toLowerCase()

/** Lets a producer use a mark for a product. A collective or certification mark has a regulation first (Luật Sở hữu trí tuệ, Điều 87, 105). */
export async function admitUse(ctx: Ctx, { requestKey, ...input }: AdmitInput): Promise<Outcome<{ code: string }, AdmitRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<{ code: string }, AdmitRefusal>> => {
    const mark = await beginMark(tx, ctx, 'admit', input.markId)
    const before = await selectUseByKey(tx, requestKey)
    if (before) return done({ code: before.code })
    if (mark.kind === 'ocop') return refuse('ocop-by-certificate')
    if (input.until !== null && input.until < input.from) return refuse('until-before-from')
    const [product] = await cardsOfSlugs({ db: tx }, [slugIn(input.product)])
    if (!product) return refuse('product-unknown', { said: input.product })
    const papers = mark.kind === 'trademark' ? null : await selectMarkPapers(tx, mark.id)
    if (papers && !papers.some(({ kind }) => kind === 'regulation')) return refuse('regulation-missing')
    const today = dateInVietnam(ctx.now)
    const uses = await selectUsesOfMark(tx, mark.id)
    const runs = uses.some((use) => use.productId === product.id && use.endedOn === null && (use.until === null || use.until >= today))
    if (runs) return refuse('already-admitted')
    const code = newTraceCode((count) => crypto.getRandomValues(new Uint8Array(count)))
    const { from, until, admittedBy, paperNumber } = input
    const use = { id: ctx.newId('mus'), code, markId: mark.id, producerId: product.producer.id, productId: product.id }
    await insertUse(tx, { ...use, from, until, admittedBy, paperNumber, requestKey }, doneBy(ctx))
    await recordMark(tx, ctx, 'admit', mark, { product: product.slug, from, until })
    return done({ code })
  })
}

/** From today on the card says that it is over, and since when. */
export async function endUse(ctx: Ctx, { markId, useId, reason }: EndUseInput): Promise<Outcome<null, EndUseRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, EndUseRefusal>> => {
    const mark = await beginMark(tx, ctx, 'end-use', markId)
    const use = await selectUse(tx, useId as MarkUseId)
    if (use?.markId !== mark.id || use.endedOn !== null) return refuse('use-ended-before')
    await endStoredUse(tx, use.id, { on: dateInVietnam(ctx.now), reason, byName: actorName(ctx.actor) })
    await recordMark(tx, ctx, 'end-use', mark, { product: use.productSlug })
    return done(null)
  })
}
