import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { visitor } from '@dacsan/modules/identity'
import { rooms } from '@dacsan/modules/rooms'
import type { OpenDataReader, OpenDataSet } from '@dacsan/modules/rooms'
import { contextFor } from '@dacsan/modules/runtime'
import type { Runtime } from '@dacsan/modules/runtime'
import { productsOnSale } from '@dacsan/modules/shop'
import { toCsv } from '@dacsan/platform/csv'
import type { ProductId } from '../../../modules/catalogue/rules.ts'
import { sendProblem } from '../problem.ts'
import { openApi } from './openapi.ts'

const config = { rateLimit: { max: 300, timeWindow: '1 minute' } }
const format = z.enum(['json', 'csv']).optional()

/** The data sets of all rooms for programs: read only, for everyone, from any site. */
export function registerOpenData(app: FastifyInstance, runtime: Runtime): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply
      .header('access-control-allow-origin', '*')
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'public, max-age=60')
  })
  const sets = rooms.flatMap(({ openData = [] }) => openData)
  for (const set of sets) serve(app, set, () => readerOf(runtime))

  app.get('/api/openapi.json', async () => openApi(runtime.config.origin, sets))
  app.options('/api/*', async (_request, reply) => reply.code(204).header('access-control-allow-methods', 'GET, HEAD, OPTIONS').send())
  app.route({
    method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    url: '/api/*',
    handler: (_request, reply) => sendProblem(reply, 404),
  })
}

function serve(app: FastifyInstance, { name, row, all, list, find }: OpenDataSet, reader: () => OpenDataReader): void {
  const url = `/api/v1/${name}`
  if (all) app.get(url, { config }, async () => ({ items: await all(reader()) }))
  if (find) {
    app.get(`${url}/:code`, { config }, async (request, reply) => {
      const { code } = z.object({ code: z.string().max(200) }).parse(request.params)
      return (await find.by(reader(), code)) ?? sendProblem(reply, 404, find.none)
    })
  }
  if (list) {
    app.get(url, { config }, async (request, reply) => {
      const asked = list.filter.extend({ format }).safeParse(request.query)
      if (!asked.success) return sendProblem(reply, 400, refusedParameters(asked.error))
      const { format: wanted, ...filter } = asked.data
      if (wanted === 'csv') {
        const columns = Object.keys(row.shape).map((key) => ({ key, header: key }))
        return reply
          .type('text/csv; charset=utf-8')
          .header('content-disposition', `attachment; filename="${list.file}.csv"`)
          .send(toCsv<Record<string, unknown>>(await allPages(list, reader(), filter), columns))
      }
      const { items, total, samples, page, pages, approximate } = await list.page(reader(), filter)
      const neighbours = [
        page > 1 && `<${pageUrl(request, page - 1)}>; rel="prev"`,
        page < pages && `<${pageUrl(request, page + 1)}>; rel="next"`,
      ]
      const link = neighbours.filter(Boolean).join(', ')
      if (link) reply.header('link', link)
      return { total, samples, page, pages, approximate, items }
    })
  }
}

/** Which parameters of a query cannot be, for whoever sent it. */
function refusedParameters({ issues }: z.ZodError): string {
  const unknown = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []))
  const wrong = new Set(issues.flatMap(({ path }) => (path.length > 0 ? [String(path[0])] : [])))
  return [
    ...unknown.map((name) => `there is no parameter ${name}`),
    ...[...wrong].map((name) => `the parameter ${name} cannot have this value`),
  ].join('; ')
}

async function allPages({ page: read }: NonNullable<OpenDataSet['list']>, reader: OpenDataReader, filter: object) {
  const rows: Record<string, unknown>[] = []
  for (let page = 1, pages = 1; page <= pages; page++) {
    const answer = await read(reader, { ...filter, page })
    pages = answer.pages
    rows.push(...(answer.items as Record<string, unknown>[]))
  }
  return rows
}

/** Anyone, at this moment; what can be ordered is asked once, however many pages are read. */
function readerOf(runtime: Runtime): OpenDataReader {
  const { origin } = runtime.config
  const ctx = contextFor(runtime, visitor)
  let onSale: Promise<ProductId[]> | undefined
  return {
    ctx,
    addressOf: {
      product: (slug) => `${origin}/san-pham/${slug}`,
      certificate: (code) => `${origin}/giay-chung-nhan/${encodeURIComponent(code)}`,
      recall: (code) => `${origin}/thu-hoi#${encodeURIComponent(code)}`,
    },
    onSale: () => (onSale ??= productsOnSale(ctx)),
  }
}

function pageUrl(request: FastifyRequest, page: number): string {
  const url = new URL(request.url, 'http://x')
  url.searchParams.set('page', String(page))
  return url.pathname + url.search
}
