import type { Ctx } from '../../context.ts'
import { selectPublicNews } from './public.store.ts'
import type { NewsLanguage } from './rules/languages.ts'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
/** Text in XML; characters that XML 1.0 knows no way to write are left out. */
const xml = (text: string) =>
  text.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '').replaceAll(/[&<>"']/g, (one) => escapes[one]!)

export type FeedPlace = { title: string; description: string; home: string; self: string; addressOf: (slug: string) => string }

/**
 * The latest fifty items as RSS 2.0 (rssboard.org). In another language than Vietnamese only those that are told in it: a feed has one language. A
 * correction keeps the guid, so that no reader shows an item twice.
 */
export async function newsFeed({ db }: Pick<Ctx, 'db'>, language: NewsLanguage, place: FeedPlace): Promise<string> {
  const { items } = await selectPublicNews(db, { kinds: ['news', 'story'] }, { language, limit: 50, offset: 0, onlyInLanguage: true })
  const latest = items.map(({ changedAt }) => changedAt.getTime()).reduce((one, other) => Math.max(one, other), 0)
  const entries = items.map(
    (item) => `<item><title>${xml(item.title)}</title><link>${xml(place.addressOf(item.slug))}</link>` +
      `<guid isPermaLink="false">${item.id}-${language}</guid><pubDate>${item.publishedAt.toUTCString()}</pubDate>` +
      `<description>${xml(item.lead)}</description></item>`, // prettier-ignore
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
    `<title>${xml(place.title)}</title><link>${xml(place.home)}</link><description>${xml(place.description)}</description>`,
    `<language>${language}</language><atom:link href="${xml(place.self)}" rel="self" type="application/rss+xml"/>`,
    ...(latest > 0 ? [`<lastBuildDate>${new Date(latest).toUTCString()}</lastBuildDate>`] : []),
    ...entries,
    '</channel></rss>\n',
  ].join('\n')
}
