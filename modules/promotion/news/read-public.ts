import { NotFound } from '@dacsan/decisions'
import { dateInVietnam, searchWords } from '@dacsan/vietnam'
import type { ProducerId, ProductId } from '../../catalogue/rules.ts'
import type { Ctx } from '../../context.ts'
import { ruleOn } from '../../law/index.ts'
import type { FairId } from '../fairs/rules/ids.ts'
import { selectEditions, selectNewsBySlug, selectTexts } from './news.store.ts'
import { selectNewsPhotos } from './photo.store.ts'
import { selectNewsYears, selectPublicNews } from './public.store.ts'
import type { NewsCard } from './public.store.ts'
import { readArticle } from './rules/article.ts'
import { readRecipe } from './rules/recipe.ts'
import type { NewsKind } from './rules/kinds.ts'
import type { NewsLanguage } from './rules/languages.ts'
import { addView, selectTags } from './tag.store.ts'

type Reader = Pick<Ctx, 'db' | 'now'>

export const newsPageSize = 12
export type NewsAsked = { q?: string | undefined; year?: number | undefined; page?: number | undefined }

/** What is new, the latest first; words are found without their accents, in every language in which an item is told. */
export async function listPublicNews(
  { db }: Pick<Ctx, 'db'>,
  language: NewsLanguage,
  { q = '', year, page = 1 }: NewsAsked,
  kinds: readonly NewsKind[] = ['news', 'story'],
) {
  const filter = { kinds, words: searchWords(q).slice(0, 8), ...(year !== undefined && { year }) }
  const [{ items, total }, years] = await Promise.all([
    selectPublicNews(db, filter, { language, limit: newsPageSize, offset: (page - 1) * newsPageSize }),
    selectNewsYears(db),
  ])
  return { items, total, years, page, pages: Math.max(1, Math.ceil(total / newsPageSize)) }
}

/** The latest few, for a page about something else. */
export const latestNews = async ({ db }: Pick<Ctx, 'db'>, language: NewsLanguage, limit: number): Promise<NewsCard[]> =>
  (await selectPublicNews(db, { kinds: ['news'] }, { language, limit, offset: 0 })).items

/** The latest few about a product, a commune or a fair. */
export const newsAbout = async (
  { db }: Pick<Ctx, 'db'>,
  language: NewsLanguage,
  about: { product?: ProductId; commune?: string; fair?: FairId },
): Promise<NewsCard[]> => (await selectPublicNews(db, { ...about, kinds: ['news'] }, { language, limit: 5, offset: 0 })).items

/** All that is told of a product, in one question: stories and dishes first, so that no number of news hides them. */
export async function toldOfProduct({ db }: Pick<Ctx, 'db'>, language: NewsLanguage, product: ProductId) {
  const { items } = await selectPublicNews(db, { product }, { language, limit: 60, offset: 0, newsLast: true })
  const latest = (kind: NewsKind, most: number) => items.filter((item) => item.kind === kind).slice(0, most)
  return { stories: latest('story', 4), dishes: latest('recipe', 4), news: latest('news', 5) }
}

/** What is told of a product or of all that a producer makes, or the latest told of anybody; dishes and stories alike. */
export const toldAbout = async (
  { db }: Pick<Ctx, 'db'>,
  language: NewsLanguage,
  kind: 'story' | 'recipe',
  about: { product?: ProductId; producer?: ProducerId } = {},
  limit = 4,
): Promise<NewsCard[]> => (await selectPublicNews(db, { ...about, kinds: [kind] }, { language, limit, offset: 0 })).items

/**
 * The page of an item as its latest edition says it, or as an earlier one said. In a language in which it is not told it stands in Vietnamese, and the
 * page says so. One that was withdrawn says when and why, and nothing else.
 */
export async function findPublicNews({ db, now }: Reader, slug: string, language: NewsLanguage, asked?: number) {
  const news = await selectNewsBySlug(db, slug)
  if (!news || news.publishedAt === null) throw new NotFound('No such news item', { slug })
  const editions = await selectEditions(db, news.id)
  const current = editions[0]!
  if (news.withdrawnAt !== null) {
    const { withdrawnAt, withdrawReason, publishedAt } = news
    return { withdrawn: { slug, withdrawnAt, publishedAt, reason: withdrawReason ?? '' }, article: null }
  }
  const edition = asked === undefined ? current : editions.find(({ number }) => number === asked)
  if (!edition) throw new NotFound('No such edition', { slug })
  const [texts, photos, tags, days] = await Promise.all([
    selectTexts(db, news.id, edition.version),
    selectNewsPhotos(db, [news.id]),
    selectTags(db, news.id),
    ruleOn(db, 'news.correction-days', dateInVietnam(now)),
  ])
  const text = texts.find((one) => one.language === language) ?? texts[0]!
  const until = editions.find(({ number }) => number === edition.number + 1)?.at ?? null
  const article = {
    id: news.id,
    slug,
    kind: news.kind,
    dish: news.kind === 'recipe' ? readRecipe(readArticle(text.body)) : null,
    isSample: news.isSample,
    publishedAt: news.publishedAt,
    changedAt: current.at,
    language: text.language,
    languages: texts.map((one) => one.language),
    title: text.title,
    lead: text.lead,
    blocks: readArticle(text.body),
    photos,
    tags,
    edition: edition.number,
    shownFrom: edition.at,
    shownUntil: until,
    isCurrent: edition.number === current.number,
    // The reader is told of every correction, the latest first.
    corrections: editions.filter(({ note }) => note !== null).map(({ number, note, at }) => ({ number, note: note!, at })),
    earlier: editions.slice(1).map(({ number, at }) => ({ number, at })),
    answerDays: days.value,
  }
  return { withdrawn: null, article }
}
export type PublicArticle = NonNullable<Awaited<ReturnType<typeof findPublicNews>>['article']>

/** One more opening on this day: a number, nothing about who. */
export const countNewsView = ({ db, now }: Reader, article: Pick<PublicArticle, 'id'>): Promise<void> =>
  addView(db, article.id, dateInVietnam(now))

/** Every item that search engines may keep. */
export async function newsAddresses({ db }: Pick<Ctx, 'db'>): Promise<{ slug: string; kind: NewsKind; changedAt: Date }[]> {
  const { items } = await selectPublicNews(db, {}, { language: 'vi', limit: 5000, offset: 0, withSamples: false })
  return items.map(({ slug, kind, changedAt }) => ({ slug, kind, changedAt }))
}
