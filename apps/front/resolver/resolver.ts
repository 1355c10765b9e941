import type { IncomingMessage } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { importedLinks, levelsOf, linksOfProduct } from '@dacsan/modules/links'
import { findLinks, findPlaceLinks, readDigitalLinkPath } from '@dacsan/modules/traceability'
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
import { keyAis, readKeyPath, withoutStem } from './key-path.ts'
import { cacheTtlMs, linkCache } from './link-cache.ts'
import { pagesOf, pagesOfPlace } from './pages-of-links.ts'
import type { PageLinks } from './pages-of-links.ts'
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

/** The rooms whose tables say where a code leads. */
const rooms: readonly string[] = [...publicPages.scan, 'links']

/**
 * What a path names: the levels of its GS1 key, none for a code of ours; how its own item is found, null for a key that none of ours has; and the code of a
 * place, where it is one.
 */
type Named = { path: string; levels: readonly string[]; item: ScanKey | null; place?: string }

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
  const { cachedLinks, peekCachedLinks, clearLinkCache } = linkCache<PageLinks>({ ttlMs })
  const { cachedLinks: cachedImports, clearLinkCache: clearImports } = linkCache<Awaited<ReturnType<typeof importedLinks>>>({ ttlMs })
  const clear = () => {
    clearLinkCache()
    clearImports()
  }
  const stopHearing = changes.hear({ changed: (room) => rooms.includes(room) && clear(), lost: clear })
  const ready = cachedAnswers()
  app.addHook('onClose', async () => {
    stopHearing()
    clear()
  })

  const findReady = (asked: IncomingMessage): Answer | undefined => {
    if (asked.method !== 'GET' && asked.method !== 'HEAD') return undefined
    const links = peekCachedLinks(pathOf(asked.url ?? ''))
    return links && ready.find(links, asked)
  }
  // What is ready goes out before the framework looks at the question: a till or a crawler asks many times a second.
  app.server.off('request', app.routing).on('request', (asked, response) => {
    if (asked.url) asked.url = withoutStem(asked.url)
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

  const importsOf = ({ path, levels }: Named) =>
    levels.length === 0 ? Promise.resolve(new Map()) : cachedImports(path, () => importedLinks(db, levels))
  const linksAt = (named: Named): Promise<PageLinks | null> =>
    cachedLinks(named.path, async () => {
      const { path, levels: paths, item, place } = named
      if (place !== undefined) {
        const found = await findPlaceLinks({ db }, place)
        return found && pagesOfPlace(found, path, origin)
      }
      const own = item ? await findLinks({ db, now: new Date() }, item) : []
      const [first] = own
      // A lot of ours that is asked for by its trace code has what was imported for its GS1 key, too.
      const places = paths.length > 0 ? paths : own.flatMap(({ gs1 }) => gs1 ?? [])
      const [imported, added] = await Promise.all([
        paths.length > 0 ? importsOf(named) : importedLinks(db, places),
        first ? linksOfProduct(db, first.productId) : [],
      ])
      const links = pagesOf({ path, paths, own, imported: imported ?? new Map(), added }, origin)
      return links.levels.length === 0 ? null : links
    })

  const answer = async (request: FastifyRequest, reply: FastifyReply, named: Named): Promise<unknown> => {
    const question = questionOf(request)
    if (pages && isForPage(request)) {
      // A person gets our own page of our own goods, and a sentence about a code that leads nowhere.
      const isElsewhere = (await importsOf(named))?.size
      const links = isElsewhere ? await linksAt(named) : null
      if (!links || links.isOurs) {
        for (const [name, value] of Object.entries(openToAll)) reply.raw.setHeader(name, value)
        return pages(request, reply)
      }
    }
    const links = await linksAt(named)
    if (!links) return sendProblem(reply, 404, 'nothing is known here of this code')
    const made = answerTo(question, links, origin)
    if (!made)
      return sendProblem(reply.header('link', linkToLinkset(question.path, origin)), 404, 'this code does not have a link of this type')
    ready.keep(links, request.raw, made)
    return sendAnswer(reply, made)
  }

  const methods = ['GET', 'HEAD'] as const
  for (const ai of keyAis)
    app.route({
      method: [...methods],
      url: `/${ai}/*`,
      handler: (request, reply) => {
        const read = readKeyPath(request.url)
        if (!read.ok) {
          // Whoever mistyped a label reads why on its page.
          if (pages && ai === '01' && isForPage(request)) return pages(request, reply)
          return sendProblem(reply, 400, `not a GS1 Digital Link: ${read.refusal.code}`)
        }
        const scanned = readDigitalLinkPath(request.url)
        return answer(request, reply, {
          path: pathOf(request.url),
          levels: levelsOf(read.value),
          item: scanned.ok ? scanned.value : null,
        })
      },
    })
  app.route<{ Params: { code: string } }>({
    method: [...methods],
    url: '/t/:code',
    handler: (request, reply) =>
      answer(request, reply, { path: pathOf(request.url), levels: [], item: { traceCode: request.params.code } }),
  })
  app.route<{ Params: { code: string; serial: string } }>({
    method: [...methods],
    url: '/t/:code/:serial',
    handler: (request, reply) => {
      const { code, serial } = request.params
      return answer(request, reply, { path: pathOf(request.url), levels: [], item: { traceCode: code, serial } })
    },
  })
  app.route<{ Params: { code: string } }>({
    method: [...methods],
    url: '/noi/:code',
    handler: (request, reply) => answer(request, reply, { path: pathOf(request.url), levels: [], item: null, place: request.params.code }),
  })
  for (const url of [...keyAis.map((ai) => `/${ai}/*`), '/t/:code', '/t/:code/:serial', '/noi/:code', '/.well-known/gs1resolver'])
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
      supportedPrimaryKeys: ['all'],
      supportedLinkType: [{ namespace: 'https://gs1.org/voc/', prefix: 'gs1:' }],
      linkTypeDefaultCanBeLinkset: false,
      jsonLdContextLocation: 'https://ref.gs1.org/standards/resolver/linkset-context',
      contact: { fn: contactName(siteName, area) },
    })
  })
}

/** Whoever takes HTML and names no type of link is a person before a screen. A code of our own always has a page to show. */
const isForPage = (request: FastifyRequest): boolean => {
  const accept = request.headers.accept ?? '*/*'
  if (linkTypeOf(request) !== undefined) return false
  return accept.includes('text/html') || (/^\/(?:t|noi)\//.test(request.url) && accept.includes('*/*'))
}
