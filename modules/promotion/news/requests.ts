import { NotFound, done, mayOf, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { newTraceCode } from '@dacsan/gs1'
import { inTransaction } from '@dacsan/platform/context'
import { consume } from '@dacsan/platform/rate-limit'
import { addDays, dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { actorName, record, requireAct } from '../../identity/index.ts'
import { grantsOf } from '../../identity/rules.ts'
import { ruleOn } from '../../law/index.ts'
import { newsRequestActs } from './acts.ts'
import type { AnswerRequestInput, AskCorrectionInput } from './inputs.ts'
import { limits } from './limits.ts'
import { selectEditions, selectNewsBySlug } from './news.store.ts'
import { requireNewsDesk } from './policy.ts'
import { insertRequest, lockRequest, selectRequest, selectRequestByCode, selectRequestByKey, updateRequest } from './request.store.ts'
import type { NewsRequestId } from './rules/ids.ts'
import type { AskRefusal, RequestClosed } from './rules/refusals.ts'

function newCaseCode(): string {
  const symbols = newTraceCode((count) => crypto.getRandomValues(new Uint8Array(count)))
  return `DC-${symbols.slice(0, 5)}-${symbols.slice(5, 10)}`
}

/**
 * Anybody says what is wrong in an item, without saying who they are; they read the answer by the number of the case. The same form sent again is the
 * same case.
 */
export async function askCorrection(
  ctx: Ctx,
  slug: string,
  input: AskCorrectionInput,
  address: string,
): Promise<Outcome<{ caseCode: string }, AskRefusal>> {
  requireAct(ctx.actor, newsRequestActs.ask)
  const before = await selectRequestByKey(ctx.db, input.requestKey)
  if (before) return done({ caseCode: before.caseCode })
  const minutes = await consume(ctx.db, ctx.now, { limit: limits.request, address })
  if (minutes > 0) return refuse('too-many-requests', { minutes })
  return inTransaction(ctx, async (tx): Promise<Outcome<{ caseCode: string }, AskRefusal>> => {
    const news = await selectNewsBySlug(tx, slug)
    if (news?.status !== 'published' && news?.status !== 'correcting') return refuse('news-not-public')
    const [shown] = await selectEditions(tx, news.id)
    const today = dateInVietnam(ctx.now)
    const { value: days } = await ruleOn(tx, 'news.correction-days', today)
    const one = { id: ctx.newId('nrq'), caseCode: newCaseCode(), newsId: news.id }
    await insertRequest(tx, {
      ...one,
      edition: shown!.number,
      words: input.words,
      at: ctx.now,
      dueOn: addDays(today, days),
      requestKey: input.requestKey,
    })
    await record(tx, ctx, newsRequestActs.ask, {
      subjectId: one.id,
      payload: { newsId: news.id, requestId: one.id, caseCode: one.caseCode },
    })
    return done({ caseCode: one.caseCode })
  })
}

export async function answerRequest(ctx: Ctx, { requestId, isGranted, answer }: AnswerRequestInput): Promise<Outcome<null, RequestClosed>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, RequestClosed>> => {
    requireAct(ctx.actor, newsRequestActs.answer)
    const asked = await lockRequest(tx, requestId)
    if (!asked) throw new NotFound('No such request')
    const closed = refuseStatus(newsRequestActs.answer, asked.status)
    if (closed) return closed
    await updateRequest(tx, requestId, { answer, isGranted, at: ctx.now, byName: actorName(ctx.actor) })
    const { newsId, caseCode } = asked
    await record(tx, ctx, newsRequestActs.answer, { subjectId: requestId, payload: { newsId, requestId, caseCode } })
    return done(null)
  })
}

export async function findRequest(ctx: Pick<Ctx, 'db' | 'actor'>, id: NewsRequestId) {
  requireNewsDesk(ctx.actor)
  const request = await selectRequest(ctx.db, id)
  if (!request) throw new NotFound('No such request')
  return { request, may: mayOf(newsRequestActs, request.status, grantsOf(ctx.actor, {})) }
}

/** What became of a case, for whoever has its number. */
export async function followRequest({ db }: Pick<Ctx, 'db'>, caseCode: string) {
  const request = await selectRequestByCode(db, caseCode.trim().toUpperCase())
  if (!request) throw new NotFound('No such case')
  const { slug, askedAt, dueOn, isGranted, answer, answeredAt } = request
  return { caseCode: request.caseCode, slug, askedAt, dueOn, isGranted, answer, answeredAt }
}
