import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam, foldText } from '@dacsan/vietnam'
import { freeSlug } from '../../catalogue/index.ts'
import type { Ctx, Tx } from '../../context.ts'
import { actorId, actorName, requireAct } from '../../identity/index.ts'
import { slugOf } from '../slug.ts'
import { newsActs } from './acts.ts'
import { findTags } from './find-tags.ts'
import { textsOf } from './inputs.ts'
import type { CreateNewsInput, NewsInput, WriteNewsInput } from './inputs.ts'
import { insertNews, insertTexts, selectNewsByKey, selectSlugsLike, updateNews } from './news.store.ts'
import type { NewsText } from './news.store.ts'
import { beginNews, recordNews } from './policy.ts'
import { plainText } from './rules/article.ts'
import type { NewsId } from './rules/ids.ts'
import type { NewsClosed, WriteRefusal } from './rules/refusals.ts'
import { replaceTags } from './tag.store.ts'

/** What was written, as a version that stays. */
export async function keepTexts(tx: Tx, ctx: Ctx, newsId: NewsId, version: number, texts: readonly NewsText[]): Promise<void> {
  const written = { newsId, version, at: ctx.now, byId: actorId(ctx.actor), byName: actorName(ctx.actor) }
  const searched = texts.map((text) => ({ ...text, search: foldText(`${text.title} ${text.lead} ${plainText(text.body)}`) }))
  await insertTexts(tx, written, searched)
}

/** An item nobody outside sees yet. The same form sent twice is one item. */
export async function createNews(
  ctx: Ctx,
  input: CreateNewsInput,
  { isSample = false } = {},
): Promise<Outcome<{ newsId: NewsId }, WriteRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<{ newsId: NewsId }, WriteRefusal>> => {
    requireAct(ctx.actor, newsActs.create)
    const before = await selectNewsByKey(tx, input.requestKey)
    if (before) return done({ newsId: before.id })
    if (input.madeOn > dateInVietnam(ctx.now)) return refuse('made-in-future')
    const tags = await findTags(tx, input)
    if (!tags.ok) return tags
    const id = ctx.newId('new')
    const plain = slugOf(input.title, 90) || 'tin'
    const { slug } = freeSlug(plain, await selectSlugsLike(tx, plain))
    await insertNews(tx, {
      id,
      slug,
      kind: input.kind,
      madeOn: input.madeOn,
      at: ctx.now,
      byId: actorId(ctx.actor),
      requestKey: input.requestKey,
      isSample,
    })
    await keepTexts(tx, ctx, id, 1, textsOf(input))
    await replaceTags(tx, id, tags.value)
    await recordNews(tx, ctx, 'create', { id, slug })
    return done({ newsId: id })
  })
}

/** The next version of a draft; whoever read another version than the last is shown the last. */
export async function writeNews(ctx: Ctx, input: WriteNewsInput): Promise<Outcome<null, WriteRefusal | NewsClosed>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, WriteRefusal | NewsClosed>> => {
    const begun = await beginNews(tx, ctx, 'write', input.newsId)
    if (!begun.ok) return begun
    const news = begun.value
    if (news.version !== input.version) return refuse('changed-elsewhere')
    if (input.madeOn > dateInVietnam(ctx.now)) return refuse('made-in-future')
    const tags = await findTags(tx, input)
    if (!tags.ok) return tags
    await keepTexts(tx, ctx, news.id, news.version + 1, textsOf(input))
    await updateNews(tx, news.id, { version: news.version + 1, made_on: input.madeOn, kind: input.kind })
    await replaceTags(tx, news.id, tags.value)
    await recordNews(tx, ctx, 'write', news)
    return done(null)
  })
}

export async function submitNews(ctx: Ctx, { newsId }: NewsInput): Promise<Outcome<null, NewsClosed>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginNews(tx, ctx, 'submit', newsId)
    if (!begun.ok) return begun
    await updateNews(tx, newsId, { status: newsActs.submit.to })
    await recordNews(tx, ctx, 'submit', begun.value)
    return done(null)
  })
}
