import { createHash } from 'node:crypto'
import { visitor } from '@dacsan/modules/identity'
import { pointsGeoJson } from '@dacsan/modules/promotion'
import { provinceWords } from '@dacsan/modules/province'
import { contextFor } from '@dacsan/modules/runtime'
import type { Runtime } from '@dacsan/modules/runtime'
import { findFeed } from '@dacsan/modules/shop'
import { googleFeed, metaColumns, metaRow } from '@dacsan/marketplaces'
import type { FeedItem } from '@dacsan/marketplaces'
import { toCsv } from '@dacsan/platform/csv'
import type { FastifyInstance } from 'fastify'

const config = { rateLimit: { max: 30, timeWindow: '1 minute' } }

/** What the shop offers, for Google Merchant and the catalogue of Meta, and where OCOP goods are sold, for maps. They come by every few hours; what did not change since is not sent again. */
export function registerFeeds(app: FastifyInstance, runtime: Runtime): void {
  const { origin } = runtime.config
  const addressOf = { product: (slug: string) => `${origin}/san-pham/${slug}`, photo: (hash: string) => `${origin}/anh/${hash}.webp` }
  const feeds = [
    {
      url: '/feeds/google.xml',
      type: 'application/xml; charset=utf-8',
      write: (items: FeedItem[]) => googleFeed(channelOf(origin), items),
    },
    { url: '/feeds/meta.csv', type: 'text/csv; charset=utf-8', write: metaFile },
  ]
  for (const { url, type, write } of feeds) {
    app.get(url, { config }, async (request, reply) => {
      const { items, leftOut } = await findFeed(contextFor(runtime, visitor), addressOf)
      const body = write(items)
      const tag = tagOf(body)
      reply.header('etag', tag).header('cache-control', 'public, max-age=900').header('x-left-out', leftOut.length)
      return request.headers['if-none-match'] === tag ? reply.code(304).send() : reply.type(type).send(body)
    })
  }
  app.get('/feeds/points-of-sale.geojson', { config }, async (request, reply) => {
    const body = JSON.stringify(await pointsGeoJson(contextFor(runtime, visitor), { pageOf: (slug) => `${origin}/diem-ban/${slug}` }))
    const tag = tagOf(body)
    reply.header('etag', tag).header('cache-control', 'public, max-age=900').header('access-control-allow-origin', '*')
    return request.headers['if-none-match'] === tag ? reply.code(304).send() : reply.type('application/geo+json; charset=utf-8').send(body)
  })
}

const tagOf = (body: string) => `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`

const channelOf = (origin: string) => {
  const { siteName, homeHeading } = provinceWords('vi')
  return { title: siteName, link: origin, description: homeHeading }
}

const metaFile = (items: FeedItem[]): string =>
  toCsv(
    items.map(metaRow),
    metaColumns.map((key) => ({ key, header: key })),
  )
