import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import type { Upload } from '@dacsan/platform/files'
import { addDays, dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { actorId, actorName, record, takeUpload } from '../../identity/index.ts'
import { ruleOn } from '../../law/index.ts'
import { inspectionActs } from '../acts.ts'
import { checklist } from '../checklist.ts'
import { deleteNoted, insertFinding, openNoted, selectFindings } from '../findings/finding.store.ts'
import type { FindInput, PhotographInput, WriteSheetInput } from '../inputs.ts'
import type { FindingId, InspectionId } from '../rules/ids.ts'
import type { FindRefusal, FinishRefusal, InspectionClosed, PhotographRefusal, WriteRefusal } from '../rules/refusals.ts'
import { decideFinish } from '../rules/sheet.ts'
import '../topics.ts'
import { beginVisit, mayVisit, movedOf } from './open-visit.ts'
import { insertPhoto, updateInspection } from './visit.store.ts'

/** Keeps the sheet as far as it goes. What somebody else wrote meanwhile is not written over. */
export async function writeSheet(ctx: Ctx, { inspectionId, version, ...sheet }: WriteSheetInput): Promise<Outcome<null, WriteRefusal>> {
  const act = inspectionActs.write
  return inTransaction(ctx, async (tx) => {
    const begun = await beginVisit(tx, ctx, 'write', inspectionId)
    if (!begun.ok) return begun
    if (begun.value.version !== version) return refuse('changed-elsewhere')
    if (sheet.visitedAt !== null && sheet.visitedAt > ctx.now) return refuse('visited-in-future')
    await updateInspection(tx, inspectionId, { status: act.to, sheet })
    await record(tx, ctx, act, { subjectId: inspectionId })
    return done(null)
  })
}

/** One more photo with where and when it was taken; what the camera hid in it is gone (platform/files.ts). */
export async function photographInspection(
  ctx: Ctx,
  { inspectionId, caption, place, takenAt, requestKey }: PhotographInput,
  upload: Upload | null,
): Promise<Outcome<null, PhotographRefusal>> {
  const act = inspectionActs.photograph
  const early = await mayVisit(ctx, 'photograph', inspectionId)
  if (!early.ok) return early
  if (!upload) return refuse('photo-missing')
  if (takenAt !== null && takenAt > ctx.now) return refuse('taken-in-future')
  const kept = await takeUpload(ctx, upload, ['photo'])
  if (!kept.ok) return kept
  return inTransaction(ctx, async (tx) => {
    const begun = await beginVisit(tx, ctx, 'photograph', inspectionId)
    if (!begun.ok) return begun
    const [byId, byName] = [actorId(ctx.actor), actorName(ctx.actor)]
    await recordFile(tx, kept.value, { by: byId, at: ctx.now })
    const photo = {
      id: ctx.newId('iph'),
      inspectionId,
      fileHash: kept.value.hash,
      caption,
      place,
      takenAt: takenAt ?? ctx.now,
      byId,
      byName,
    }
    const isNew = await insertPhoto(tx, { ...photo, requestKey, at: ctx.now })
    if (!isNew) return done(null)
    await updateInspection(tx, inspectionId, { status: act.to })
    await record(tx, ctx, act, { subjectId: inspectionId, detail: { photoId: photo.id } })
    return done(null)
  })
}

/** Something that does not hold, with how grave it is and by when it has to be mended. The same form sent twice is one finding. */
export async function noteFinding(
  ctx: Ctx,
  { inspectionId, item, gravity, words, dueOn, requestKey }: FindInput,
): Promise<Outcome<null, FindRefusal>> {
  const act = inspectionActs.find
  const today = dateInVietnam(ctx.now)
  const { value: days } = await ruleOn(ctx.db, 'inspection.mending-days', today)
  return inTransaction(ctx, async (tx) => {
    const begun = await beginVisit(tx, ctx, 'find', inspectionId)
    if (!begun.ok) return begun
    const due = dueOn ?? addDays(today, days[gravity])
    if (due < today) return refuse('deadline-over')
    const id = ctx.newId('fnd')
    const isNew = await insertFinding(tx, { id, inspectionId, item, gravity, words, dueOn: due, requestKey, at: ctx.now })
    if (!isNew) return done(null)
    await updateInspection(tx, inspectionId, { status: act.to })
    await record(tx, ctx, act, { subjectId: inspectionId, detail: { findingId: id, item, gravity } })
    return done(null)
  })
}

/** A finding that was noted by mistake, as long as the visit goes on. */
export async function dropFinding(
  ctx: Ctx,
  { inspectionId, findingId }: { inspectionId: InspectionId; findingId: FindingId },
): Promise<Outcome<null, InspectionClosed>> {
  const act = inspectionActs.drop
  return inTransaction(ctx, async (tx) => {
    const begun = await beginVisit(tx, ctx, 'drop', inspectionId)
    if (!begun.ok) return begun
    const dropped = await deleteNoted(tx, inspectionId, findingId)
    if (!dropped) throw new NotFound('No such finding', { findingId })
    await updateInspection(tx, inspectionId, { status: act.to })
    await record(tx, ctx, act, { subjectId: inspectionId, detail: { findingId, item: dropped.item, words: dropped.words } })
    return done(null)
  })
}

/** Closes the minutes: what was found goes to the producer from here on. */
export async function finishInspection(
  ctx: Ctx,
  { inspectionId, version }: { inspectionId: InspectionId; version: number },
): Promise<Outcome<null, FinishRefusal>> {
  const act = inspectionActs.finish
  return inTransaction(ctx, async (tx) => {
    const begun = await beginVisit(tx, ctx, 'finish', inspectionId)
    if (!begun.ok) return begun
    const inspection = begun.value
    if (inspection.version !== version) return refuse('changed-elsewhere')
    const findings = await selectFindings(tx, inspectionId)
    const decided = decideFinish(inspection, { items: checklist.items, findings })
    if (!decided.ok) return decided
    const finished = { at: ctx.now, byId: actorId(ctx.actor), byName: actorName(ctx.actor) }
    await updateInspection(tx, inspectionId, { status: act.to, finished })
    await openNoted(tx, inspectionId, ctx.now)
    await record(tx, ctx, act, { subjectId: inspectionId, payload: movedOf(inspection), detail: { findings: findings.length } })
    return done(null)
  })
}
