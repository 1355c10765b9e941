import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx, Tx } from '../../context.ts'
import { actorName } from '../../identity/index.ts'
import { newsActs } from './acts.ts'
import type { NewsInput, ReleaseNewsInput, ReturnNewsInput, WithdrawNewsInput } from './inputs.ts'
import { insertEdition, selectEditions, selectNewsToPublish, updateNews } from './news.store.ts'
import type { StoredNews } from './news.store.ts'
import { beginNews, recordNews, refuseOwn } from './policy.ts'
import type { NewsClosed, ReleaseRefusal } from './rules/refusals.ts'

/** Back to its writer, with what is to be mended. */
export async function returnNews(ctx: Ctx, { newsId, reason }: ReturnNewsInput): Promise<Outcome<null, NewsClosed>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginNews(tx, ctx, 'return', newsId)
    if (!begun.ok) return begun
    await updateNews(tx, newsId, { status: newsActs.return.to, publish_at: null })
    await recordNews(tx, ctx, 'return', begun.value, reason)
    return done(null)
  })
}

/** What it says is right: said by somebody who wrote none of it. */
export async function approveNews(ctx: Ctx, { newsId }: NewsInput): Promise<Outcome<null, NewsClosed | ReleaseRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, NewsClosed | ReleaseRefusal>> => {
    const begun = await beginNews(tx, ctx, 'approve', newsId)
    if (!begun.ok) return begun
    const own = await refuseOwn(tx, ctx, newsId)
    if (own) return own
    await updateNews(tx, newsId, { status: newsActs.approve.to })
    await recordNews(tx, ctx, 'approve', begun.value)
    return done(null)
  })
}

/** May go out from a moment on; a moment that is now or over is now. */
export async function releaseNews(ctx: Ctx, { newsId, publishAt }: ReleaseNewsInput): Promise<Outcome<null, NewsClosed | ReleaseRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, NewsClosed | ReleaseRefusal>> => {
    const begun = await beginNews(tx, ctx, 'release', newsId)
    if (!begun.ok) return begun
    const own = await refuseOwn(tx, ctx, newsId)
    if (own) return own
    const at = publishAt !== null && publishAt > ctx.now ? publishAt : ctx.now
    await updateNews(tx, newsId, { status: newsActs.release.to, publish_at: at })
    await recordNews(tx, ctx, 'release', begun.value)
    if (at <= ctx.now) await putOut(tx, ctx, begun.value)
    return done(null)
  })
}

async function putOut(tx: Tx, ctx: Ctx, news: StoredNews): Promise<void> {
  await insertEdition(tx, news.id, { number: 1, version: news.version, note: null, at: ctx.now, byName: actorName(ctx.actor) })
  await updateNews(tx, news.id, { status: newsActs.publish.to, published_at: ctx.now })
  await recordNews(tx, ctx, 'publish', news)
}

export async function publishNews(ctx: Ctx, { newsId }: NewsInput): Promise<Outcome<null, NewsClosed | ReleaseRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, NewsClosed | ReleaseRefusal>> => {
    const begun = await beginNews(tx, ctx, 'publish', newsId)
    if (!begun.ok) return begun
    const { publishAt } = begun.value
    if (publishAt === null || publishAt > ctx.now) return refuse('not-yet', { at: publishAt ?? ctx.now })
    await putOut(tx, ctx, begun.value)
    return done(null)
  })
}

/** Puts out what was released and whose moment has come, one transaction each; what somebody returned meanwhile stays. */
export async function publishDueNews(ctx: Ctx): Promise<number> {
  let published = 0
  for (const newsId of await selectNewsToPublish(ctx.db, ctx.now)) if ((await publishNews(ctx, { newsId })).ok) published += 1
  return published
}

/** Nobody reads it any more; its address says that it was withdrawn, when and why. */
export async function withdrawNews(ctx: Ctx, { newsId, reason }: WithdrawNewsInput): Promise<Outcome<null, NewsClosed>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginNews(tx, ctx, 'withdraw', newsId)
    if (!begun.ok) return begun
    await updateNews(tx, newsId, {
      status: newsActs.withdraw.to,
      correction_note: null,
      withdrawn_at: ctx.now,
      withdraw_reason: reason,
    })
    await recordNews(tx, ctx, 'withdraw', begun.value, reason)
    return done(null)
  })
}

/** The number of the edition that comes next. */
export const nextEdition = async (tx: Tx, { id }: Pick<StoredNews, 'id'>): Promise<number> =>
  ((await selectEditions(tx, id))[0]?.number ?? 0) + 1
