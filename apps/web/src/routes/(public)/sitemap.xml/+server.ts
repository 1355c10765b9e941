import { publicAddresses } from '@dacsan/modules/catalogue'
import { listCollections, newsAddresses, promotionAddresses } from '@dacsan/modules/promotion'
import { province } from '@dacsan/modules/province'
import { keepPage } from '#lib/keep-page.ts'
import { localHref } from '#lib/languages.ts'
import { itemPath } from '#lib/news/item-path.ts'
import { paths } from '#lib/paths.ts'
import type { RequestHandler } from './$types'

const whole = (path: string) => ({ path, changedAt: undefined })

/** Every public page of the register, each with its languages (sitemaps.org 0.9; at most 50,000 addresses). */
export const GET: RequestHandler = async (event) => {
  const { origin } = event.url
  const { ctx } = event.locals
  const [{ products, producers }, news, promotion, told] = await Promise.all([
    publicAddresses(ctx),
    newsAddresses(ctx),
    promotionAddresses(ctx),
    listCollections(ctx, 'vi'),
  ])
  const collections = told.filter(({ isSample }) => !isSample)
  keepPage(event, { shows: 'sitemap' })
  const pages = [
    { path: '/', changedAt: undefined },
    { path: '/san-pham', changedAt: undefined },
    ...[paths.buyers(), paths.routes, paths.marks, paths.contests, paths.fairs, paths.points()].map(whole),
    ...promotion.routes.map((slug) => whole(paths.route(slug))),
    ...promotion.marks.map((slug) => whole(paths.mark(slug))),
    ...promotion.contests.map((slug) => whole(paths.contest(slug))),
    ...promotion.fairs.map((slug) => whole(paths.fair(slug))),
    ...promotion.points.map((slug) => whole(paths.point(slug))),
    { path: '/tin', changedAt: news[0]?.changedAt },
    ...['/mon-ngon', '/bo-suu-tap', '/qua-tang'].map((path) => ({ path, changedAt: undefined })),
    ...collections.map(({ slug }) => ({ path: paths.collection(slug), changedAt: undefined })),
    ...news.map((item) => ({ path: itemPath(item), changedAt: item.changedAt })),
    ...products.map(({ slug, changedAt }) => ({ path: `/san-pham/${slug}`, changedAt })),
    ...producers.map(({ slug, changedAt }) => ({ path: `/chu-the/${slug}`, changedAt })),
  ]
  const entries = pages.map(({ path, changedAt }) => {
    const others = province().site.languages.map(
      (lang) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${origin}${localHref(lang, path)}"/>`,
    )
    const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ''
    return `<url><loc>${origin}${path}</loc>${changed}${others.join('')}</url>`
  })
  const spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset ${spaces}>\n${entries.join('\n')}\n</urlset>\n`
  return new Response(body, { headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' } })
}
