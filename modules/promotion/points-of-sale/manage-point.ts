import { buffer } from 'node:stream/consumers'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome, Refused } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import type { KeptFile, Upload } from '@dacsan/platform/files'
import { drawForPage } from '@dacsan/platform/images'
import { dateInVietnam } from '@dacsan/vietnam'
import { freeSlug, slugOf } from '../../catalogue/index.ts'
import type { Ctx, Tx } from '../../context.ts'
import { actorId, actorName, requireAct, takeUpload } from '../../identity/index.ts'
import { ruleOn } from '../../law/index.ts'
import { pointActs } from './acts.ts'
import { insertInspection, insertPhoto, isInspected, selectInspections } from './inspection.store.ts'
import type {
  ChangePointInput,
  InspectPointInput,
  PhotographPointInput,
  RecognisePointInput,
  RegisterPointInput,
  WithdrawPointInput,
} from './inputs.ts'
import { insertPoint, isCommune, isOperator, selectPointByKey, takenSlugs, updatePoint, updatePointFields } from './point.store.ts'
import { beginPoint, recordPoint } from './policy.ts'
import type { PointId } from './rules/ids.ts'
import type { InspectRefusal, PhotographPointRefusal, PointClosed, PointFormRefusal, RecogniseRefusal } from './rules/refusals.ts'

type Typed = Omit<RegisterPointInput, 'requestKey'>

async function refuseForm(tx: Tx, { communeCode, operatorId }: Typed): Promise<Refused<PointFormRefusal> | null> {
  if (!(await isCommune(tx, communeCode))) return refuse('commune-unknown')
  return (await isOperator(tx, operatorId)) ? null : refuse('operator-unknown')
}

/** A point that the department looks at; nobody else sees it before it is recognised. The same form sent twice is one point. */
export async function registerPoint(
  ctx: Ctx,
  { requestKey, ...typed }: RegisterPointInput,
  { isSample = false } = {},
): Promise<Outcome<{ pointId: PointId }, PointFormRefusal>> {
  return inTransaction(ctx, async (tx) => {
    requireAct(ctx.actor, pointActs.register)
    const before = await selectPointByKey(tx, requestKey)
    if (before) return done({ pointId: before.id })
    const refused = await refuseForm(tx, typed)
    if (refused) return refused
    const id = ctx.newId('pos')
    const plain = slugOf(typed.name)
    const { slug } = freeSlug(plain, await takenSlugs(tx, plain))
    await insertPoint(tx, { ...typed, id, slug, at: ctx.now, byId: actorId(ctx.actor), isSample, requestKey })
    await recordPoint(tx, ctx, 'register', { id, name: typed.name })
    return done({ pointId: id })
  })
}

export async function changePoint(
  ctx: Ctx,
  { pointId, ...typed }: ChangePointInput,
): Promise<Outcome<null, PointClosed | PointFormRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginPoint(tx, ctx, 'change', pointId)
    if (!begun.ok) return begun
    const refused = await refuseForm(tx, typed)
    if (refused) return refused
    await updatePointFields(tx, pointId, typed)
    await recordPoint(tx, ctx, 'change', { id: pointId, name: typed.name })
    return done(null)
  })
}

/** What whoever went there found, by the criteria of the day of the visit; the criteria themselves stay beside it. */
export async function inspectPoint(ctx: Ctx, input: InspectPointInput): Promise<Outcome<null, PointClosed | InspectRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginPoint(tx, ctx, 'inspect', input.pointId)
    if (!begun.ok) return begun
    if (await isInspected(tx, input.requestKey)) return done(null)
    if (input.visitedOn > dateInVietnam(ctx.now)) return refuse('visit-in-future')
    const { version, criteria } = (await ruleOn(tx, 'point-of-sale.criteria', input.visitedOn)).value
    if (version !== input.version) return refuse('criteria-changed')
    const met = criteria.filter(({ key }) => input.met.includes(key)).map(({ key }) => key)
    const passed = criteria.every(({ key, required }) => !required || met.includes(key))
    const by = { at: ctx.now, byId: actorId(ctx.actor), byName: actorName(ctx.actor) }
    await insertInspection(tx, { ...input, ...by, id: ctx.newId('pin'), version, criteria, met, passed })
    await recordPoint(tx, ctx, 'inspect', begun.value, { visitedOn: input.visitedOn, version, met: met.length, passed })
    return done(null)
  })
}

/** One more photo; what the camera hid in it is gone (platform/files.ts). */
export async function photographPoint(
  ctx: Ctx,
  { pointId, caption, isPublic, requestKey }: PhotographPointInput,
  upload: Upload | null,
): Promise<Outcome<null, PointClosed | PhotographPointRefusal>> {
  requireAct(ctx.actor, pointActs.photograph)
  if (!upload) return refuse('photo-missing')
  const kept = await takeUpload(ctx, upload, ['photo'])
  if (!kept.ok) return kept
  const drawn = await drawnForPage(ctx, kept.value)
  return inTransaction(ctx, async (tx) => {
    const begun = await beginPoint(tx, ctx, 'photograph', pointId)
    if (!begun.ok) return begun
    const by = { at: ctx.now, byId: actorId(ctx.actor), byName: actorName(ctx.actor) }
    await recordFile(tx, drawn, { by: by.byId, at: ctx.now })
    const isNew = await insertPhoto(tx, { id: ctx.newId('pph'), pointId, hash: drawn.hash, caption, isPublic, requestKey, ...by })
    if (isNew) await recordPoint(tx, ctx, 'photograph', begun.value, { isPublic })
    return done(null)
  })
}

/** Light enough for a telephone: what was sent is not kept beside it. */
async function drawnForPage({ files }: Pick<Ctx, 'files'>, photo: KeptFile): Promise<KeptFile> {
  const opened = await files.open(photo.hash)
  if (!opened) throw new Error(`the photo ${photo.hash} was kept and is not there`)
  const { bytes, width, height } = await drawForPage(await buffer(opened.stream), { side: 960, most: 56 * 1024 })
  const file = await files.keepOwn(bytes, { name: `${photo.originalName}.webp`, mediaType: 'image/webp' })
  return { ...file, width, height }
}

/** Recognised by a decision, after a visit by the criteria that hold now at which nothing required was missing. */
export async function recognisePoint(ctx: Ctx, input: RecognisePointInput): Promise<Outcome<null, PointClosed | RecogniseRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginPoint(tx, ctx, 'recognise', input.pointId)
    if (!begun.ok) return begun
    const { version } = (await ruleOn(tx, 'point-of-sale.criteria', dateInVietnam(ctx.now))).value
    const last = (await selectInspections(tx, input.pointId))[0]
    if (last?.version !== version) return refuse('inspection-missing')
    if (!last.passed)
      return refuse('inspection-failed', { unmet: last.criteria.filter(({ key, required }) => required && !last.met.includes(key)).length })
    const { number, on, supportVnd, supportNumber } = input
    const support = { support_vnd: supportVnd, support_number: supportNumber }
    await updatePoint(tx, input.pointId, { status: pointActs.recognise.to, recognised_number: number, recognised_on: on, ...support })
    await recordPoint(tx, ctx, 'recognise', begun.value, { number, on, supportVnd, supportNumber })
    return done(null)
  })
}

export async function withdrawPoint(ctx: Ctx, { pointId, number, on, reason }: WithdrawPointInput): Promise<Outcome<null, PointClosed>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginPoint(tx, ctx, 'withdraw', pointId)
    if (!begun.ok) return begun
    const change = { withdrawn_number: number, withdrawn_on: on, withdrawn_reason: reason }
    await updatePoint(tx, pointId, { status: pointActs.withdraw.to, ...change })
    await recordPoint(tx, ctx, 'withdraw', begun.value, { number, on, reason })
    return done(null)
  })
}
