import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { safeHeaders } from '../safe-headers.ts'
import { chooseLink, linksetOf, readLinkType } from './linkset.ts'
import type { PageLinks } from './pages-of-links.ts'

const linksetMedia = 'application/linkset+json'
/** A linkset is JSON: whoever reads JSON and nothing more special gets the same under this name (RFC 9264, section 4.2). */
const plainMedia = 'application/json'
const linksetContext =
  '<https://ref.gs1.org/standards/resolver/linkset-context>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"'

/** What a resolver's caller wants of a code. */
export type Question = {
  path: string
  query: string
  linkType: string | undefined
  isForLinkset: boolean
  media: string
  languages: string | undefined
}

export function questionOf(request: FastifyRequest): Question {
  const path = pathOf(request.url)
  const query = request.url.slice(path.length + 1)
  const linkType = linkTypeOf(request)
  const accept = request.headers.accept ?? ''
  const named = [linksetMedia, plainMedia].find((media) => accept.includes(media))
  const isForLinkset = linkType === 'linkset' || (linkType === undefined && named !== undefined)
  const media = named === plainMedia ? plainMedia : linksetMedia
  return { path, query, linkType, isForLinkset, media, languages: request.headers['accept-language'] }
}

export const pathOf = (url: string): string => {
  const mark = url.indexOf('?')
  return mark < 0 ? url : url.slice(0, mark)
}

export const linkTypeOf = ({ query }: FastifyRequest): string | undefined => {
  const { linkType } = query as Record<string, string | string[] | undefined>
  return Array.isArray(linkType) ? linkType[0] : linkType
}

/** Headers as `writeHead` takes them without sorting them out first: name, value, name, value. */
export type Answer = { status: number; headers: string[]; body: string }

export const openToAll = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'Link, Location' } as const
const shared = { ...openToAll, vary: 'Accept, Accept-Language', 'cache-control': 'public, max-age=1' }

/** Where all links of a code are found, for whoever gets one of them or none. */
export const linkToLinkset = (path: string, origin: string) => `<${origin}${path}?linkType=linkset>; rel="linkset"; type="${linksetMedia}"`

/** The whole linkset, or the way to the one link that was asked for; null where the code has no such link. */
export function answerTo(question: Question, links: PageLinks, origin: string): Answer | null {
  const { path, query, linkType, isForLinkset, media, languages } = question
  const linkset = () => {
    const body = JSON.stringify(linksetOf(links, origin + path, origin))
    return answer(200, origin, { link: linksetContext, 'content-type': media }, body)
  }
  if (isForLinkset) return linkset()
  const link = chooseLink(links.links, readLinkType(linkType ?? 'defaultLink'), languages)
  if (!link) return null
  // A scan page is where its own code leads. Who came here takes no page: sent to the same address, they would come back for ever.
  if (linkType === undefined && link.path === path) return linkset()
  // The type of link was meant for us; whatever else was asked goes on to the target.
  const passedOn = query
    .split('&')
    .filter((part) => part !== '' && !part.startsWith('linkType='))
    .join('&')
  const [target = '', fragment] = link.path.split('#', 2)
  const location =
    origin + target + (passedOn && (target.includes('?') ? '&' : '?') + passedOn) + (fragment === undefined ? '' : `#${fragment}`)
  return answer(307, origin, { link: linkToLinkset(path, origin), location }, '')
}

function answer(status: number, origin: string, headers: Record<string, string>, body: string): Answer {
  const all = { ...shared, ...safeHeaders(origin), ...headers, 'content-length': String(Buffer.byteLength(body)) }
  return { status, headers: Object.entries(all).flat(), body }
}

/** Past the framework, which would look at each header of an answer that was made ready before. */
export function sendAnswer(reply: FastifyReply, { status, headers, body }: Answer): FastifyReply {
  reply.raw.writeHead(status, headers) // first: where it throws, the framework still answers
  reply.hijack()
  reply.raw.end(body)
  return reply
}

/** The same without a framework. */
export function sendReady(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, headers).end(body)
}

/**
 * Answers in the ways that they were asked for, made once for as long as their links are cached: they are held by those and go with them.
 * A way is what decides an answer, as it stands in the request: its address, `Accept` and `Accept-Language`.
 */
export function cachedAnswers() {
  const ready = new WeakMap<PageLinks, Map<string, Answer>>()
  const wayOf = ({ url, headers }: IncomingMessage) => `${url} ${headers.accept ?? ''}\n${headers['accept-language'] ?? ''}`
  return {
    find: (links: PageLinks, asked: IncomingMessage) => ready.get(links)?.get(wayOf(asked)),
    keep(links: PageLinks, asked: IncomingMessage, made: Answer): void {
      const ways = ready.get(links) ?? new Map<string, Answer>()
      if (ways.size < mostWays) ready.set(links, ways.set(wayOf(asked), made))
    },
  }
}

const mostWays = 50
