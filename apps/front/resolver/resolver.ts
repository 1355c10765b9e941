import type { IncomingMessage } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findLinks, readDigitalLinkPath } from '@dacsan/modules/traceability'
import { provinceWords } from '@dacsan/modules/province'
import type { ScanKey } from '@dacsan/modules/traceability'
import type { Runtime } from '@dacsan/modules/runtime'
import { publicPages } from '@dacsan/modules/public-pages'
import { mostKeptMs } from '@dacsan/platform/changes'
import type { Changes } from '@dacsan/platform/changes'
import { untilMidnight } from '../page-memory/until-midnight.ts'
import type { AnswerByPage } from '../pages.ts'
import type { AccessLog } from '../access-log.ts'
import type { CountAnswer } from '../health.ts'
import { sendProblem } from '../problem.ts'
import { cacheTtlMs, linkCache } from './link-cache.ts'
import { pagesOf } from './pages-of-links.ts'
import {
  answerTo,
  cachedAnswers,
  linkToLinkset,
  linkTypeOf,
  openToAll,
  pathOf,
  questionOf,
  sendAnswer,
  sendReady,
} from './resolver-answer.ts'
import type { Answer } from './resolver-answer.ts'
import { contactName } from './words.ts'

/**
 * The codes of labels, for machines: a link of one type, all links as a linkset, or the default link. A browser that asks for nothing
 * of this gets the scan page in the same answer, without being sent on (`pages`; null where the pages live on another server).
 */
export function registerResolver(
  app: FastifyInstance,
  { db, config }: Runtime,
  {
    pages,
    changes,
    countAnswer,
    access,
  }: { pages: AnswerByPage | null; changes: Changes; countAnswer: CountAnswer; access: AccessLog | null },
): void {
  const { origin } = config

  // The links of a code change with what its scan page shows.
  const ttlMs = () => (changes.isListening() ? Math.min(mostKeptMs, untilMidnight(new Date())) : cacheTtlMs)
  const { cachedLinks, peekCachedLinks, clearLinkCache } = linkCache({ ttlMs })
  const rooms: readonly string[] = publicPages.scan
  const stopHearing = changes.hear({ changed: (room) => rooms.includes(room) && clearLinkCache(), lost: clearLinkCache })
  const ready = cachedAnswers()
  app.addHook('onClose', async () => {
    stopHearing()
    clearLinkCache()
  })

  const findReady = (asked: IncomingMessage): Answer | undefined => {
    if (asked.method !== 'GET' && asked.method !== 'HEAD') return undefined
    const links = peekCachedLinks(pathOf(asked.url ?? ''))
    return links && ready.find(links, asked)
  }
  // What is ready goes out before the framework looks at the question: a till or a crawler asks many times a second.
  app.server.off('request', app.routing).on('request', (asked, response) => {
    const answer = findReady(asked)
    if (!answer) return app.routing(asked, response)
    sendReady(response, answer)
    countAnswer('machine', answer.status, 0)
    access?.note(asked, { status: answer.status, bytes: asked.method === 'HEAD' ? 0 : Buffer.byteLength(answer.body) })
  })
  app.addHook('onRequest', (_request, reply, next) => {
    reply.headers(openToAll)
    next()
  })

  const forBrowsers = pages && {
    preParsing: async (request: FastifyRequest, reply: FastifyReply) => {
      if (isForPage(request)) await pages(request, reply)
    },
  }
  const answer = async (request: FastifyRequest, reply: FastifyReply, key: ScanKey): Promise<FastifyReply> => {
    const question = questionOf(request)
    const links = await cachedLinks(question.path, async () => {
      const found = await findLinks({ db, now: new Date() }, key)
      return found && pagesOf(found)
    })
    if (!links) return sendProblem(reply, 404, 'this code was not issued here')
    const answer = answerTo(question, links, origin)
    if (!answer)
      return sendProblem(reply.header('link', linkToLinkset(question.path, origin)), 404, 'this code does not have a link of this type')
    ready.keep(links, request.raw, answer)
    return sendAnswer(reply, answer)
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
  app.get('/.well-known/gs1resolver', async (_request, reply) => {
    const { siteName, area } = provinceWords('vi')
    return reply.header('cache-control', 'public, max-age=3600').send({
      name: siteName,
      resolverRoot: origin,
      supportedPrimaryKeys: ['01'],
      supportedLinkType: [{ namespace: 'https://gs1.org/voc/', prefix: 'gs1:' }],
      linkTypeDefaultCanBeLinkset: false,
      contact: { fn: contactName(siteName, area) },
    })
  })
}

/** Whoever takes HTML and names no type of link is a person before a screen. A code of our own always has a page to show. */
const isForPage = (request: FastifyRequest): boolean => {
  const accept = request.headers.accept ?? '*/*'
  if (linkTypeOf(request) !== undefined) return false
  return accept.includes('text/html') || (request.url.startsWith('/t/') && accept.includes('*/*'))
}
