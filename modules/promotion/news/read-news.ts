import { NotFound, mayOf } from '@dacsan/decisions'
import { addWorkingDays, dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { actorId, grantsOf } from '../../identity/rules.ts'
import { holidays, rulesOn } from '../../law/index.ts'
import { newsActs } from './acts.ts'
import { selectEditions, selectNews, selectSteps, selectTexts, selectWriters } from './news.store.ts'
import { selectNewsPhotos } from './photo.store.ts'
import { requireNewsDesk } from './policy.ts'
import { selectRequestsOf } from './request.store.ts'
import { countWords, plainText } from './rules/article.ts'
import { feeFor } from './rules/fee.ts'
import { isOwnText } from './rules/four-eyes.ts'
import type { NewsId } from './rules/ids.ts'
import { selectFairsToTag, selectTags, selectViews } from './tag.store.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

/** An item as the desk works on it: the last version, what everybody reads, who did what, its terms and what its author is due by the norm. */
export async function findNews(ctx: Reader, id: NewsId) {
  requireNewsDesk(ctx.actor)
  const news = await selectNews(ctx.db, id)
  if (!news) throw new NotFound('No such news item')
  const [texts, editions, photos, tags, steps, requests, views, writers, law] = await Promise.all([
    selectTexts(ctx.db, id, news.version),
    selectEditions(ctx.db, id),
    selectNewsPhotos(ctx.db, [id]),
    selectTags(ctx.db, id),
    selectSteps(ctx.db, id),
    selectRequestsOf(ctx.db, id),
    selectViews(ctx.db, id),
    selectWriters(ctx.db, id),
    rulesOn(ctx.db, ['news.publish-working-days', 'news.fee-norms'], dateInVietnam(news.publishedAt ?? ctx.now)),
  ])
  const [own] = texts
  const shown = editions[0]?.version ?? news.version
  const words = own ? countWords(own.title, own.lead, plainText(own.body)) : 0
  const norm = law['news.fee-norms']
  const publishBy = addWorkingDays(news.madeOn, law['news.publish-working-days'].value, holidays())
  return {
    news,
    texts,
    // A correction begins with what everybody reads, not with one that was dropped.
    shownTexts: shown === news.version ? texts : await selectTexts(ctx.db, id, shown),
    editions,
    photos,
    tags,
    steps,
    requests: requests.map((one) => ({ ...one, isAnswered: one.answer !== null })),
    views,
    writers: [...new Set(writers.map(({ name }) => name))],
    isOwn: isOwnText(writers.map((one) => one.id), actorId(ctx.actor)), // prettier-ignore
    isPublic: news.status === 'published' || news.status === 'correcting',
    isWithdrawn: news.status === 'withdrawn',
    hasCorrection: news.status === 'correcting',
    publishBy,
    isLate: (news.publishedAt === null ? dateInVietnam(ctx.now) : dateInVietnam(news.publishedAt)) > publishBy,
    fee: { words, vnd: feeFor(words, norm.value), instrument: norm.instrument, effectiveFrom: norm.effectiveFrom, note: norm.note },
    may: mayOf(newsActs, news.status, grantsOf(ctx.actor, {})),
  }
}

/** What the form of an item offers. */
export const newsFormChoices = async (ctx: Reader) => {
  requireNewsDesk(ctx.actor)
  return { fairs: await selectFairsToTag(ctx.db) }
}
