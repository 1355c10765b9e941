import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { keptLinksOf, readDigitalLinkPath } from '@dacsan/modules/traceability'
import type { CodeLinks, ScanKey } from '@dacsan/modules/traceability'
import type { Runtime } from '@dacsan/modules/runtime'
import { chooseLink, linksetOf, readLinkType } from './linkset.ts'
import type { AnswerByPage } from './pages.ts'
import { sendProblem } from './problem.ts'

const linksetMedia = 'application/linkset+json'
const linksetContext =
  '<https://ref.gs1.org/standards/resolver/linkset-context>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"'

/**
 * The codes of labels, for machines: a link of one type, all links as a linkset, or the default link. A browser that asks for nothing
 * of this gets the scan page in the same answer, without being sent on (`pages`; null where the pages live on another server).
 */
export function registerResolver(app: FastifyInstance, { db, config }: Runtime, pages: AnswerByPage | null): void {
  const { origin } = config

  app.addHook('onRequest', async (_request, reply) => {
    reply.header('access-control-allow-origin', '*').header('access-control-expose-headers', 'Link, Location')
  })

  const forBrowsers = pages && {
    preParsing: async (request: FastifyRequest, reply: FastifyReply) => {
      if (isForPage(request)) await pages(request, reply)
    },
  }
  const answer = async (request: FastifyRequest, reply: FastifyReply, key: ScanKey): Promise<FastifyReply> => {
    const [path = '', query = ''] = request.url.split('?', 2)
    reply.header('vary', 'Accept, Accept-Language').header('cache-control', 'public, max-age=10')
    const links = await keptLinksOf({ db, now: new Date() }, key, path)
    if (!links) return sendProblem(reply, 404, 'no such code was given out here')
    return isForLinkset(request) ? sendLinkset(reply, links, origin + path, origin) : sendOn(request, reply, links, { path, query, origin })
  }

  app.route({
    ...forBrowsers,
    method: ['GET', 'HEAD'],
    url: '/01/*',
    handler: (request, reply) => {
      const read = readDigitalLinkPath(request.url)
      return read.ok
        ? answer(request, reply, read.value)
        : sendProblem(reply, 400, `not a GS1 Digital Link of a GTIN: ${read.refusal.code}`)
    },
  })
  app.route<{ Params: { code: string } }>({
    ...forBrowsers,
    method: ['GET', 'HEAD'],
    url: '/t/:code',
    handler: (request, reply) => answer(request, reply, { traceCode: request.params.code }),
  })
  for (const url of ['/01/*', '/t/:code'])
    app.options(url, async (_request, reply) =>
      reply
        .code(204)
        .header('allow', 'GET, HEAD, OPTIONS')
        .header('access-control-allow-methods', 'GET, HEAD, OPTIONS')
        .header('access-control-allow-headers', 'Accept, Accept-Language')
        .send(),
    )

  // GS1-Conformant resolver standard 1.2, section 6: the resolver description file.
  app.get('/.well-known/gs1resolver', async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=3600').send({
      name: 'Đặc Sản',
      resolverRoot: origin,
      supportedPrimaryKeys: ['01'],
      supportedLinkType: [{ namespace: 'https://gs1.org/voc/', prefix: 'gs1:' }],
      linkTypeDefaultCanBeLinkset: false,
      contact: { fn: 'Đặc Sản: nền tảng OCOP Trà Vinh – Vĩnh Long' },
    }),
  )
}

const linkTypeOf = ({ query }: FastifyRequest): string | undefined => {
  const { linkType } = query as Record<string, string | string[] | undefined>
  return Array.isArray(linkType) ? linkType[0] : linkType
}

const isForLinkset = (request: FastifyRequest): boolean =>
  linkTypeOf(request) === 'linkset' || (linkTypeOf(request) === undefined && (request.headers.accept ?? '').includes(linksetMedia))

/** Whoever takes HTML and names no type of link is a person before a screen. A code of our own always has a page to show. */
const isForPage = (request: FastifyRequest): boolean => {
  const accept = request.headers.accept ?? '*/*'
  if (linkTypeOf(request) !== undefined) return false
  return accept.includes('text/html') || (request.url.startsWith('/t/') && accept.includes('*/*'))
}

function sendLinkset(reply: FastifyReply, links: CodeLinks, anchor: string, origin: string): FastifyReply {
  return reply
    .header('link', linksetContext)
    .type(linksetMedia)
    .send(JSON.stringify(linksetOf(links, anchor, origin)))
}

function sendOn(
  request: FastifyRequest,
  reply: FastifyReply,
  { links }: CodeLinks,
  { path, query, origin }: { path: string; query: string; origin: string },
): FastifyReply {
  const type = readLinkType(linkTypeOf(request) ?? 'defaultLink')
  const link = chooseLink(links, type, request.headers['accept-language'])
  reply.header('link', `<${origin}${path}?linkType=linkset>; rel="linkset"; type="${linksetMedia}"`)
  if (!link) return sendProblem(reply, 404, 'this code has no link of this type')
  // The type of link was meant for us; whatever else was asked goes on to the target.
  const passedOn = query
    .split('&')
    .filter((part) => part !== '' && !part.startsWith('linkType='))
    .join('&')
  const [target = '', fragment] = link.path.split('#', 2)
  const location =
    origin + target + (passedOn && (target.includes('?') ? '&' : '?') + passedOn) + (fragment === undefined ? '' : `#${fragment}`)
  return reply.code(307).header('location', location).send()
}
