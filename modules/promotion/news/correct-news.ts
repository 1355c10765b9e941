import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../../context.ts'
import { actorName } from '../../identity/index.ts'
import { newsActs } from './acts.ts'
import { textsOf } from './inputs.ts'
import type { CorrectNewsInput, NewsInput } from './inputs.ts'
import { insertEdition, selectEditions, selectTexts, updateNews } from './news.store.ts'
import { beginNews, recordNews, refuseOwn } from './policy.ts'
import { readArticle } from './rules/article.ts'
import { readRecipe } from './rules/recipe.ts'
import { nextEdition } from './release-news.ts'
import type { CorrectionRefusal, NewsClosed, ReleaseRefusal } from './rules/refusals.ts'
import { keepTexts } from './write-news.ts'

/** What will stand there instead, with what it corrects. Readers see the old text until somebody else released the new one. */
export async function writeCorrection(ctx: Ctx, input: CorrectNewsInput): Promise<Outcome<null, NewsClosed | CorrectionRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, NewsClosed | CorrectionRefusal>> => {
    const begun = await beginNews(tx, ctx, 'write-correction', input.newsId)
    if (!begun.ok) return begun
    const news = begun.value
    if (news.version !== input.version) return refuse('changed-elsewhere')
    const [shown] = await selectEditions(tx, news.id)
    const texts = textsOf(input)
    if (news.kind === 'recipe' && texts.some(({ body }) => !readRecipe(readArticle(body)))) return refuse('dish-lists')
    if (JSON.stringify(texts) === JSON.stringify(await selectTexts(tx, news.id, shown!.version))) return refuse('nothing-changed')
    await keepTexts(tx, ctx, news.id, news.version + 1, texts)
    await updateNews(tx, news.id, {
      status: newsActs['write-correction'].to,
      version: news.version + 1,
      correction_note: input.note,
    })
    await recordNews(tx, ctx, 'write-correction', news, input.note)
    return done(null)
  })
}

/** The corrected text becomes the one that everybody reads; the old one stays, with its days. */
export async function releaseCorrection(ctx: Ctx, { newsId }: NewsInput): Promise<Outcome<null, NewsClosed | ReleaseRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, NewsClosed | ReleaseRefusal>> => {
    const begun = await beginNews(tx, ctx, 'release-correction', newsId)
    if (!begun.ok) return begun
    const own = await refuseOwn(tx, ctx, newsId)
    if (own) return own
    const news = begun.value
    const number = await nextEdition(tx, news)
    await insertEdition(tx, newsId, { number, version: news.version, note: news.correctionNote, at: ctx.now, byName: actorName(ctx.actor) })
    await updateNews(tx, newsId, { status: newsActs['release-correction'].to, correction_note: null })
    await recordNews(tx, ctx, 'release-correction', news, news.correctionNote ?? '')
    return done(null)
  })
}

/** The correction was none: what was written stays among the versions, and everybody goes on reading what stood there. */
export async function dropCorrection(ctx: Ctx, { newsId }: NewsInput): Promise<Outcome<null, NewsClosed>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginNews(tx, ctx, 'drop-correction', newsId)
    if (!begun.ok) return begun
    await updateNews(tx, newsId, { status: newsActs['drop-correction'].to, correction_note: null })
    await recordNews(tx, ctx, 'drop-correction', begun.value)
    return done(null)
  })
}
