import { newsFeed } from '@dacsan/modules/promotion'
import { localHref } from '#lib/languages.ts'
import { paths } from '#lib/paths.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { ctx, lang, m }, url: { origin } }) => {
  const at = (path: string) => origin + localHref(lang, path)
  const feed = await newsFeed(ctx, lang, {
    title: `${m.news.title} · ${m.frame.brand}`,
    description: m.news.description,
    home: at(paths.news()),
    self: at(paths.newsFeed),
    addressOf: (slug) => at(paths.newsItem(slug)),
  })
  return new Response(feed, { headers: { 'content-type': 'application/rss+xml; charset=utf-8', 'cache-control': 'public, max-age=600' } })
}
