import { createHash } from 'node:crypto'
import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { mobileNumber } from '@dacsan/platform/mobile-number'
import { consume } from '@dacsan/platform/rate-limit'
import { dateInVietnam } from '@dacsan/vietnam'
import { findProduct } from '../../catalogue/index.ts'
import type { ProductId } from '../../catalogue/rules.ts'
import type { Ctx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { ruleOn } from '../../law/index.ts'
import type { MessageLanguage } from '../../message-kinds.ts'
import { offerOf } from '../../shop/index.ts'
import { questionActs, tiesOfPost } from '../acts.ts'
import type { AskQuestionInput } from '../inputs.ts'
import { limits } from '../limits.ts'
import type { QuestionId } from '../rules/ids.ts'
import type { AskRefusal, QuestionClosed, ReasonUnknown } from '../rules/refusals.ts'
import { answerBy, hasContact } from '../rules/writing.ts'
import { reasonNamed } from '../reviews/open-review.ts'
import { insertQuestion, lockQuestion, selectQuestionByKey, updateQuestion } from './question.store.ts'

/**
 * Anybody asks whoever sells a product. The telephone number is for the word that the answer is there, and is shown to nobody. The same form sent again is
 * the same question; `address` only keeps one sender from flooding.
 */
export async function askQuestion(
  ctx: Ctx,
  productId: ProductId,
  input: AskQuestionInput,
  { address, language = 'vi' }: { address: string; language?: MessageLanguage },
): Promise<Outcome<{ questionId: QuestionId }, AskRefusal>> {
  requireAct(ctx.actor, questionActs.ask)
  const product = await findProduct(ctx, productId)
  const requestKey = keyOf(productId, input)
  const before = await selectQuestionByKey(ctx.db, requestKey)
  if (before) return done({ questionId: before.id })
  const phone = input.phone === '' ? null : mobileNumber(input.phone)
  if (input.phone !== '' && phone === null) return refuse('phone-wrong')
  if (hasContact(input.words)) return refuse('has-contact')
  if (!(await offerOf(ctx, productId))) return refuse('nobody-sells')
  const minutes = await consume(ctx.db, ctx.now, { limit: limits.questions, address })
  if (minutes > 0) return refuse('too-many-attempts', { minutes })
  return inTransaction(ctx, async (tx) => {
    const { value: hours } = await ruleOn(tx, 'questions.answer-hours', dateInVietnam(ctx.now))
    const id = ctx.newId('qst')
    const { words } = input
    const [producerId, isSample] = [product.producer.id, product.isSample]
    const one = { id, productId, producerId, words, phone, language, at: ctx.now, answerBy: answerBy(ctx.now, hours), requestKey, isSample }
    if (!(await insertQuestion(tx, one))) return done({ questionId: (await selectQuestionByKey(tx, requestKey))!.id })
    await record(tx, ctx, questionActs.ask, { subjectId: id, payload: { questionId: id, productId, producerId } })
    return done({ questionId: id })
  })
}

/** Hidden for a reason that is published, with every answer to it. */
export async function hideQuestion(
  ctx: Ctx,
  { questionId, reason }: { questionId: QuestionId; reason: string },
): Promise<Outcome<null, QuestionClosed | ReasonUnknown>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, QuestionClosed | ReasonUnknown>> => {
    const one = await lockQuestion(tx, questionId)
    if (!one) throw new NotFound('No such question')
    requireAct(ctx.actor, questionActs.hide, tiesOfPost(one))
    const closed = refuseStatus(questionActs.hide, one.status)
    if (closed) return closed
    const named = await reasonNamed(tx, reason, ctx.now)
    if (!named.ok) return named
    await updateQuestion(tx, questionId, { status: questionActs.hide.to, hidden: named.value })
    const { productId, producerId } = one
    await record(tx, ctx, questionActs.hide, { subjectId: questionId, payload: { questionId, productId, producerId } })
    return done(null)
  })
}

/** A form that is shown again may carry its old key: other words under it are another question. */
const keyOf = (productId: ProductId, { requestKey, words }: AskQuestionInput): string =>
  createHash('sha256')
    .update(JSON.stringify([productId, requestKey, words]))
    .digest('base64url')
