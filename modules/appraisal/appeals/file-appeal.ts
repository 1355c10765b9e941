import { NotFound, done, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import { idInput } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx, ReadDb } from '../../context.ts'
import { findDossier, selectDossierCard } from '../../dossiers/index.ts'
import type { DossierView, Upload } from '../../dossiers/index.ts'
import { tiesOf } from '../../dossiers/rules.ts'
import { record, requireAct, system, takeUpload } from '../../identity/index.ts'
import { actorId, actorName } from '../../identity/rules.ts'
import { ruleOn } from '../../law/index.ts'
import { appealActs, decideAppeal } from '../rules.ts'
import type { AppealLaw, FileAppealRefusal, WithdrawAppealRefusal } from '../rules.ts'
import type { AppealId } from '../rules/ids.ts'
import { lockFiledDossier } from '../intake/receive-dossier.ts'
import { appealInputWords } from '../words.ts'
import { insertAppeal, lockAppeal, selectAppeals, updateEnded } from './appeal.store.ts'

export const fileAppealInput = z.object({
  dossierId: idInput('dos'),
  /** What the producer does not agree with, and why. */
  reason: z.string().trim().min(20, appealInputWords.reason).max(4000, appealInputWords.reasonLong),
})
export type FileAppealInput = z.infer<typeof fileAppealInput>

/** The dates of the law of the day. */
export async function appealLawOn(db: ReadDb, day: string): Promise<AppealLaw> {
  return {
    fileDays: (await ruleOn(db, 'appeal.file-days', day)).value,
    acceptDays: (await ruleOn(db, 'appeal.accept-days', day)).value,
    answerDays: (await ruleOn(db, 'appeal.answer-days', day)).value,
  }
}

/** The day on which a dossier came into the state that it is in. */
export const decidedOnOf = ({ history }: Pick<DossierView, 'history'>): string => dateInVietnam(history.at(-1)!.at)

/**
 * The producer complains about the result of its dossier or about a refusal, in words and with one paper where it has one. Once about each
 * decision, within the days of the law of that decision.
 */
export async function fileAppeal(
  ctx: Ctx,
  { dossierId, reason }: FileAppealInput,
  upload: Upload | null,
): Promise<Outcome<{ appealId: AppealId }, FileAppealRefusal>> {
  const card = await selectDossierCard(ctx.db, dossierId)
  if (!card) throw new NotFound('No such dossier', { dossierId })
  requireAct(ctx.actor, appealActs.file, tiesOf(card))
  const by = { userId: actorId(ctx.actor), name: actorName(ctx.actor) }
  const kept = upload && (await takeUpload(ctx, upload, ['photo', 'paper']))
  if (kept && !kept.ok) return kept
  return inTransaction(ctx, async (tx) => {
    const { id } = await lockFiledDossier(tx, dossierId)
    const dossier = await findDossier({ ...ctx, db: tx, actor: system('appraisal') }, id)
    const decidedOn = decidedOnOf(dossier)
    const earlier = (await selectAppeals(tx, { dossierId })).filter((one) => one.decidedOn === decidedOn)
    const today = dateInVietnam(ctx.now)
    const decision = decideAppeal({ status: dossier.status, decidedOn, earlier, today }, await appealLawOn(tx, decidedOn))
    if (!decision.ok) return decision
    const appealId = ctx.newId('apl')
    if (kept) await recordFile(tx, kept.value, { by: by.userId, at: ctx.now })
    await insertAppeal(tx, {
      id: appealId,
      dossierId,
      about: decision.event.about,
      decidedOn,
      reason,
      paper: kept && { hash: kept.value.hash, name: upload!.name },
      acceptDueOn: decision.event.acceptDueOn,
      by,
      at: ctx.now,
    })
    await record(tx, ctx, appealActs.file, { subjectId: appealId, payload: { appealId, dossierId }, detail: { code: dossier.code } })
    return done({ appealId })
  })
}

/** The producer takes its complaint back while nobody has answered it; within the days it may complain anew. */
export async function withdrawAppeal(ctx: Ctx, { appealId }: { appealId: AppealId }): Promise<Outcome<null, WithdrawAppealRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const appeal = await lockAppeal(tx, appealId)
    if (!appeal) throw new NotFound('No such appeal', { appealId })
    const { dossierId, dossierCode: code, status } = appeal
    requireAct(ctx.actor, appealActs.withdraw, { owner: appeal.organisationId })
    const closed = refuseStatus(appealActs.withdraw, status)
    if (closed) return closed
    await updateEnded(tx, appealId, { status: appealActs.withdraw.to, answer: null, byName: actorName(ctx.actor), at: ctx.now })
    await record(tx, ctx, appealActs.withdraw, { subjectId: appealId, payload: { appealId, dossierId }, detail: { code } })
    return done(null)
  })
}
