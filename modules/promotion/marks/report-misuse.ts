import { NotFound, done, mayOf, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { newTraceCode } from '@dacsan/gs1'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import type { Upload } from '@dacsan/platform/files'
import { consume } from '@dacsan/platform/rate-limit'
import { addWorkingDays, dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { actorId, actorName, record, requireAct, takeUpload } from '../../identity/index.ts'
import { grantsOf } from '../../identity/rules.ts'
import { holidays, ruleOn } from '../../law/index.ts'
import { misuseActs } from './acts.ts'
import type { AnswerMisuseInput, MisuseInput, NoteMisuseInput, ReportMisuseInput } from './inputs.ts'
import { limits } from './limits.ts'
import { selectMarkBySlug, selectMediaType } from './mark.store.ts'
import {
  closeMisuse,
  insertMisuse,
  selectMisuse,
  selectMisuseByCode,
  selectMisuseByKey,
  selectMisuseSteps,
  updateMisuseStatus,
} from './misuse.store.ts'
import { beginMisuse, recordMisuse, requireMarkDesk } from './policy.ts'
import type { MisuseId } from './rules/ids.ts'
import type { MisuseClosed, ReportMisuseRefusal } from './rules/refusals.ts'

function newCaseCode(): string {
  const symbols = newTraceCode((count) => crypto.getRandomValues(new Uint8Array(count)))
  return `NH-${symbols.slice(0, 5)}-${symbols.slice(5, 10)}`
}

/**
 * Anybody says where they saw a mark that should not be there, with a photo and a place if they like, without saying who they are. How to reach them is
 * kept only where they agreed to it, until the answer. The same form sent again is the same case.
 */
export async function reportMisuse(
  ctx: Ctx,
  input: ReportMisuseInput,
  { photo, address }: { photo: Upload | null; address: string },
): Promise<Outcome<{ caseCode: string }, ReportMisuseRefusal>> {
  requireAct(ctx.actor, misuseActs.report)
  const before = await selectMisuseByKey(ctx.db, input.requestKey)
  if (before) return done({ caseCode: before.caseCode })
  if (input.contact !== null && !input.contactAgreed) return refuse('contact-consent-missing')
  const mark = input.mark === null ? null : await selectMarkBySlug(ctx.db, input.mark)
  if (mark === undefined) return refuse('mark-unknown')
  // Before the photo is kept: whoever floods fills no disk.
  const minutes = await consume(ctx.db, ctx.now, { limit: limits.report, address })
  if (minutes > 0) return refuse('too-many-reports', { minutes })
  const taken = photo && (await takeUpload(ctx, photo, ['photo']))
  if (taken && !taken.ok) return taken
  return inTransaction(ctx, async (tx): Promise<Outcome<{ caseCode: string }, ReportMisuseRefusal>> => {
    const today = dateInVietnam(ctx.now)
    const { value: days } = await ruleOn(tx, 'mark.misuse-days', today)
    if (taken) await recordFile(tx, taken.value, { by: actorId(ctx.actor), at: ctx.now })
    const id = ctx.newId('mis')
    const caseCode = newCaseCode()
    await insertMisuse(tx, {
      ...input,
      id,
      caseCode,
      markId: mark?.id ?? null,
      photoHash: taken?.value.hash ?? null,
      at: ctx.now,
      dueOn: addWorkingDays(today, days, holidays()),
    })
    await record(tx, ctx, misuseActs.report, { subjectId: id, payload: { misuseId: id, caseCode } })
    return done({ caseCode })
  })
}

export async function examineMisuse(ctx: Ctx, { misuseId }: MisuseInput): Promise<Outcome<null, MisuseClosed>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, MisuseClosed>> => {
    const begun = await beginMisuse(tx, ctx, 'examine', misuseId)
    if (!begun.ok) return begun
    await updateMisuseStatus(tx, misuseId, misuseActs.examine.to)
    await recordMisuse(tx, ctx, 'examine', begun.value)
    return done(null)
  })
}

/** What was done about it, for the desk alone. */
export async function noteMisuse(ctx: Ctx, { misuseId, words }: NoteMisuseInput): Promise<Outcome<null, MisuseClosed>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, MisuseClosed>> => {
    const begun = await beginMisuse(tx, ctx, 'note', misuseId)
    if (!begun.ok) return begun
    await recordMisuse(tx, ctx, 'note', begun.value, words)
    return done(null)
  })
}

export async function answerMisuse(ctx: Ctx, { misuseId, finding, answer }: AnswerMisuseInput): Promise<Outcome<null, MisuseClosed>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, MisuseClosed>> => {
    const begun = await beginMisuse(tx, ctx, 'answer', misuseId)
    if (!begun.ok) return begun
    await closeMisuse(tx, misuseId, { finding, answer, at: ctx.now, byName: actorName(ctx.actor) })
    await recordMisuse(tx, ctx, 'answer', begun.value)
    return done(null)
  })
}

/** A case as the desk works on it. */
export async function findMisuse(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, id: MisuseId) {
  requireMarkDesk(ctx.actor)
  const misuse = await selectMisuse(ctx.db, id)
  if (!misuse) throw new NotFound('No such case')
  const { photoHash, ...shown } = misuse
  return {
    misuse: { ...shown, hasPhoto: photoHash !== null },
    isLate: misuse.answer === null && misuse.dueOn < dateInVietnam(ctx.now),
    steps: await selectMisuseSteps(ctx.db, id),
    may: mayOf(misuseActs, misuse.status, grantsOf(ctx.actor, {})),
  }
}

/** How far a case is, for whoever has its number: nothing of what was reported, nobody who was accused. */
export async function followMisuse({ db }: Pick<Ctx, 'db'>, typed: string) {
  const misuse = await selectMisuseByCode(db, typed.trim().toUpperCase())
  if (!misuse) throw new NotFound('No such case')
  const { caseCode, status, reportedAt, dueOn, finding, answer, answeredAt } = misuse
  return { caseCode, status, reportedAt, dueOn, finding, answer, answeredAt }
}

/** The photo of a case, for the desk alone. */
export async function openMisusePhoto({ db, files, actor }: Pick<Ctx, 'db' | 'files' | 'actor'>, id: MisuseId) {
  requireMarkDesk(actor)
  const misuse = await selectMisuse(db, id)
  const opened = misuse?.photoHash ? await files.open(misuse.photoHash) : null
  if (!misuse?.photoHash || !opened) throw new NotFound('No such photo')
  return { ...opened, mediaType: await selectMediaType(db, misuse.photoHash), name: `${misuse.caseCode}.jpg` }
}
