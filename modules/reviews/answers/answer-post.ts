import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx, Tx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import type { OrganisationId } from '../../identity/rules.ts'
import { actorId, actorName } from '../../identity/rules.ts'
import { answerActs, questionActs, reviewActs, tiesOfPost } from '../acts.ts'
import type { AnswerAct, AnswerMoved } from '../acts.ts'
import type { AnswerInput, ReturnAnswerInput } from '../inputs.ts'
import { lockQuestion, updateQuestion } from '../questions/question.store.ts'
import type { AnswerId, QuestionId, ReviewId } from '../rules/ids.ts'
import type { AnswerClosed, AnswerRefusal, QuestionClosed, ReviewClosed } from '../rules/refusals.ts'
import { lockReview } from '../reviews/review.store.ts'
import { insertAnswer, lockAnswer, selectAnswers, updateAnswer } from './answer.store.ts'
import type { Answered, StoredAnswer } from './answer.store.ts'

type Written = Outcome<{ answerId: AnswerId }, AnswerRefusal | ReviewClosed | QuestionClosed>

const movedOf = ({ id, reviewId, questionId, producerId }: StoredAnswer): AnswerMoved => ({
  answerId: id,
  reviewId,
  questionId,
  producerId,
})

/** The seller answers a review, once; another text is a new version that is read again, and the one that stands stays until then. */
export async function answerReview(ctx: Ctx, { reviewId, words }: { reviewId: ReviewId; words: string }): Promise<Written> {
  return inTransaction(ctx, async (tx): Promise<Written> => {
    const one = await lockReview(tx, reviewId)
    if (!one) throw new NotFound('No such review')
    requireAct(ctx.actor, answerActs.write, tiesOfPost(one))
    const closed = refuseStatus(reviewActs.report, one.status) as ReturnType<typeof refuseStatus<typeof reviewActs.hide, typeof one.status>>
    return closed ?? write(tx, ctx, { reviewId }, words, one)
  })
}

export async function answerQuestion(ctx: Ctx, { questionId, words }: { questionId: QuestionId; words: string }): Promise<Written> {
  return inTransaction(ctx, async (tx): Promise<Written> => {
    const one = await lockQuestion(tx, questionId)
    if (!one) throw new NotFound('No such question')
    requireAct(ctx.actor, answerActs.write, tiesOfPost(one))
    const closed = refuseStatus(questionActs.hide, one.status)
    if (closed) return closed
    const written = await write(tx, ctx, { questionId }, words, one)
    if (written.ok && one.answeredAt === null) await updateQuestion(tx, questionId, { answeredAt: ctx.now })
    return written
  })
}

async function write(
  tx: Tx,
  ctx: Ctx,
  about: Answered,
  words: string,
  { producerId }: { producerId: StoredAnswer['producerId']; organisationId: OrganisationId | null },
): Promise<Outcome<{ answerId: AnswerId }, AnswerRefusal>> {
  const before = await selectAnswers(tx, about)
  const last = before.at(-1)
  // The same form sent again is the same answer; what was sent back must be said otherwise.
  if (last?.words === words) return last.status === 'waiting' ? done({ answerId: last.id }) : refuse('same-words')
  const id = ctx.newId('ans')
  await insertAnswer(tx, {
    ...about,
    id,
    version: (last?.version ?? 0) + 1,
    words,
    at: ctx.now,
    byId: actorId(ctx.actor),
    byName: actorName(ctx.actor),
  })
  const payload = { answerId: id, reviewId: about.reviewId ?? null, questionId: about.questionId ?? null, producerId }
  await record(tx, ctx, answerActs.write, { subjectId: id, payload })
  return done({ answerId: id })
}

async function beginAnswerAct(
  tx: Tx,
  ctx: Ctx,
  act: Exclude<AnswerAct, 'write'>,
  id: AnswerId,
): Promise<Outcome<StoredAnswer, AnswerClosed>> {
  const one = await lockAnswer(tx, id)
  if (!one) throw new NotFound('No such answer')
  requireAct(ctx.actor, answerActs[act], tiesOfPost(one))
  return (
    (refuseStatus(answerActs[act], one.status) as ReturnType<typeof refuseStatus<typeof answerActs.publish, typeof one.status>>) ??
    done(one)
  )
}

export async function publishAnswer(ctx: Ctx, { answerId }: AnswerInput): Promise<Outcome<null, AnswerClosed>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginAnswerAct(tx, ctx, 'publish', answerId)
    if (!begun.ok) return begun
    await updateAnswer(tx, answerId, { status: answerActs.publish.to, at: ctx.now, byId: actorId(ctx.actor) })
    await record(tx, ctx, answerActs.publish, { subjectId: answerId, payload: movedOf(begun.value) })
    return done(null)
  })
}

export async function returnAnswer(ctx: Ctx, { answerId, words }: ReturnAnswerInput): Promise<Outcome<null, AnswerClosed>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginAnswerAct(tx, ctx, 'return', answerId)
    if (!begun.ok) return begun
    await updateAnswer(tx, answerId, { status: answerActs.return.to, at: ctx.now, byId: actorId(ctx.actor), returnReason: words })
    await record(tx, ctx, answerActs.return, { subjectId: answerId, payload: movedOf(begun.value) })
    return done(null)
  })
}
