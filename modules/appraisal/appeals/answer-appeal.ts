import { NotFound, done, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { idInput } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx, Tx } from '../../context.ts'
import { assignRound, findDossier, moveDossier, openDossierOf } from '../../dossiers/index.ts'
import { record, requireAct, system } from '../../identity/index.ts'
import { actorName } from '../../identity/rules.ts'
import { lockFiledDossier } from '../intake/receive-dossier.ts'
import { selectRounds } from '../rounds/round.store.ts'
import { answerDueOn, appealActs, decideAnswer, moveOfGrant } from '../rules.ts'
import type { AcceptAppealRefusal, AnswerAppealRefusal } from '../rules.ts'
import { appealInputWords as says } from '../words.ts'
import { appealLawOn } from './file-appeal.ts'
import { lockAppeal, selectAppeal, updateAccepted, updateEnded } from './appeal.store.ts'
import type { StoredAppeal } from './appeal.store.ts'

export const acceptAppealInput = z.object({
  appealId: idInput('apl'),
  /** A complex case has more days for its answer. */
  isComplex: z.stringbool().default(false),
})
export type AcceptAppealInput = z.infer<typeof acceptAppealInput>

/** The office takes a complaint up; from that day its answer has its own days. */
export async function acceptAppeal(
  ctx: Ctx,
  { appealId, isComplex }: AcceptAppealInput,
): Promise<Outcome<{ answerDueOn: string }, AcceptAppealRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const appeal = await lockedAppeal(tx, appealId)
    requireAct(ctx.actor, appealActs.accept)
    const closed = refuseStatus(appealActs.accept, appeal.status)
    if (closed) return closed
    const today = dateInVietnam(ctx.now)
    const dueOn = answerDueOn(today, isComplex, await appealLawOn(tx, today))
    await updateAccepted(tx, appealId, {
      status: appealActs.accept.to,
      isComplex,
      answerDueOn: dueOn,
      byName: actorName(ctx.actor),
      at: ctx.now,
    })
    await recordAnswer(tx, ctx, 'accept', appeal)
    return done({ answerDueOn: dueOn })
  })
}

export const answerAppealInput = z.object({
  appealId: idInput('apl'),
  /** Whether the complaint is right. */
  grants: z.stringbool(says.chooseAnswer),
  answer: z.string().trim().min(20, says.answer).max(6000, says.reasonLong),
  /** Of the signed paper that answers. */
  number: z.string().trim().min(1, says.number).max(60, says.number),
  signedOn: z.iso.date(says.signedOn),
  signer: z.string().trim().min(2, says.signer).max(120, says.signer),
})
export type AnswerAppealInput = z.infer<typeof answerAppealInput>

/**
 * The answer with its reasons, as it was signed. Granted about a result, the dossier goes before a second council, in the newest open round; what
 * was recognised stays so until that council's decision. Granted about a refusal, whoever refused looks at it again.
 */
export async function answerAppeal(ctx: Ctx, input: AnswerAppealInput): Promise<Outcome<{ dossierCode: string }, AnswerAppealRefusal>> {
  const act = input.grants ? 'grant' : 'reject'
  return inTransaction(ctx, async (tx) => {
    // The dossier before its complaint, as whoever files one does.
    const known = await selectAppeal(tx, input.appealId)
    if (!known) throw new NotFound('No such appeal', { appealId: input.appealId })
    requireAct(ctx.actor, appealActs[act])
    const { id: dossierId, product } = await lockFiledDossier(tx, known.dossierId)
    const appeal = await lockedAppeal(tx, input.appealId)
    const round = (await selectRounds(tx)).find(({ status }) => status === 'open')
    const decision = decideAnswer(appeal, input, {
      today: dateInVietnam(ctx.now),
      acceptedOn: appeal.acceptedAt === null ? dateInVietnam(ctx.now) : dateInVietnam(appeal.acceptedAt),
      about: appeal.about,
      hasOpenRound: round !== undefined,
      otherDossier: await openDossierOf(tx, product.id),
    })
    if (!decision.ok) return decision
    const { answer: text, number, signedOn, signer } = input
    await updateEnded(tx, appeal.id, {
      status: decision.event.to,
      answer: { text, number, signedOn, signer },
      byName: actorName(ctx.actor),
      at: ctx.now,
    })
    if (input.grants) {
      const { history } = await findDossier({ ...ctx, db: tx, actor: system('appraisal') }, dossierId)
      const refusedBy = history.at(-1)!.move === 'decline' ? 'commune' : 'province'
      await moveDossier(tx, ctx, { dossierId, move: moveOfGrant(appeal.about, refusedBy), note: says.byAnswer(number, signedOn) })
      if (appeal.about === 'result') await assignRound(tx, dossierId, round!.id)
    }
    await recordAnswer(tx, ctx, act, appeal)
    return done({ dossierCode: appeal.dossierCode })
  })
}

async function lockedAppeal(tx: Tx, appealId: StoredAppeal['id']): Promise<StoredAppeal> {
  const appeal = await lockAppeal(tx, appealId)
  if (!appeal) throw new NotFound('No such appeal', { appealId })
  return appeal
}

const recordAnswer = (tx: Tx, ctx: Ctx, act: 'accept' | 'grant' | 'reject', { id, dossierId, dossierCode }: StoredAppeal) =>
  record(tx, ctx, appealActs[act], { subjectId: id, payload: { appealId: id, dossierId }, detail: { code: dossierCode } })
