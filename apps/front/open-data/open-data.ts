import { stringify } from 'csv-stringify/sync'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { certificateState, listRegister, registerFilter } from '@dacsan/modules/catalogue'
import { findCertificate } from '@dacsan/modules/certificates'
import { productsOnSale } from '@dacsan/modules/shop'
import { describeSets, ruleOn } from '@dacsan/modules/law'
import { dateInVietnam } from '@dacsan/vietnam'
import { visitor } from '@dacsan/modules/identity'
import { contextFor } from '@dacsan/modules/runtime'
import type { Runtime } from '@dacsan/modules/runtime'
import { openCertificate } from './open-certificate.ts'
import { openApi } from './openapi.ts'
import { openProduct, openProductFields } from './open-product.ts'
import type { OpenProduct } from './open-product.ts'
import { sendProblem } from '../problem.ts'

const perMinute = { rateLimit: { max: 300, timeWindow: '1 minute' } }
const query = registerFilter.extend({ format: z.enum(['json', 'csv']).optional().catch(undefined) })

/** The public register for programs: read only, for everyone, from any site. */
export function registerOpenData(app: FastifyInstance, runtime: Runtime): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply
      .header('access-control-allow-origin', '*')
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'public, max-age=60')
  })

  app.get('/api/openapi.json', async () => openApi(runtime.config.origin))

  app.get('/api/v1/products', { config: perMinute }, async (request, reply) => {
    const { format, ...filter } = query.parse(request.query)
    const ctx = contextFor(runtime, visitor)
    const [read, onSale] = await Promise.all([reader(runtime, ctx.now), productsOnSale(ctx)])
    if (format === 'csv') {
      const rows: OpenProduct[] = []
      for (let page = 1, pages = 1; page <= pages; page++) {
        const answer = await listRegister(ctx, { ...filter, page }, { onSale })
        pages = answer.pages
        rows.push(...answer.items.map(read))
      }
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="san-pham-ocop.csv"')
        .send(
          stringify(rows, { header: true, bom: true, columns: [...openProductFields], escape_formulas: true, record_delimiter: 'windows' }),
        )
    }
    const { items, total, page, pages, approximate } = await listRegister(ctx, filter, { onSale })
    const links = [page > 1 && `<${pageUrl(request, page - 1)}>; rel="prev"`, page < pages && `<${pageUrl(request, page + 1)}>; rel="next"`]
    const link = links.filter(Boolean).join(', ')
    if (link) reply.header('link', link)
    return { total, page, pages, approximate, items: items.map(read) }
  })

  app.get('/api/v1/certificates/:code', { config: perMinute }, async (request, reply) => {
    const { code } = z.object({ code: z.string().max(200) }).parse(request.params)
    const certificate = await findCertificate(contextFor(runtime, visitor), code)
    return certificate ? openCertificate(runtime.config.origin, certificate) : sendProblem(reply, 404, 'no certificate has this code')
  })

  app.get('/api/v1/sets', { config: perMinute }, async () => ({ items: describeSets() }))

  app.options('/api/*', async (_request, reply) => reply.code(204).header('access-control-allow-methods', 'GET, HEAD, OPTIONS').send())
  app.route({
    method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    url: '/api/*',
    handler: (_request, reply) => sendProblem(reply, 404),
  })
}

async function reader({ db, config }: Runtime, now: Date) {
  const today = dateInVietnam(now)
  const renewal = await ruleOn(db, 'renewal.window-days', today)
  return openProduct(config.origin, (product) => certificateState(product, today, renewal.value.from))
}

function pageUrl(request: FastifyRequest, page: number): string {
  const url = new URL(request.url, 'http://x')
  url.searchParams.set('page', String(page))
  return url.pathname + url.search
}
