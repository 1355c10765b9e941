import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import Negotiator from 'negotiator'
import { readLinkType } from '@dacsan/modules/links'
import type { Link } from '@dacsan/modules/links'
import { safeHeaders } from '../safe-headers.ts'
import { chooseDefault, chooseOfType } from './choose-link.ts'
import type { Choice, Wish } from './choose-link.ts'
import { described, linksetOf } from './linkset.ts'
import type { PageLinks } from './pages-of-links.ts'
import { writeAlternatives } from './words.ts'

const linksetMedia = 'application/linkset+json'
/** A linkset is JSON: whoever reads JSON and nothing more special gets the same under this name (RFC 9264, section 4.2). */
const plainMedia = 'application/json'
const page = 'text/html'
const linksetContext =
  '<https://ref.gs1.org/standards/resolver/linkset-context>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"'

/** What a resolver's caller wants of a code. */
export type Question = Wish & {
  path: string
  query: string
  linkType: string | undefined
  /** The name under which a linkset is wanted rather than anything else. */
  media: typeof linksetMedia | typeof plainMedia | null
}

export function questionOf(request: FastifyRequest): Question {
  const path = pathOf(request.url)
  const { accept, 'accept-language': languages } = request.headers
  const context = parameterOf(request, 'context')
  return {
    path,
    query: request.url.slice(path.length + 1),
    linkType: linkTypeOf(request),
    media: linksetWanted(accept),
    accept,
    languages,
    context,
  }
}

/** Whoever takes anything at all is led on. */
function linksetWanted(accept: string | undefined): Question['media'] {
  if (accept === undefined || !accept.includes('json')) return null
  const named = accept.split(',').filter((part) => !part.trim().startsWith('*/*'))
  const wanted = new Negotiator({ headers: { accept: named.join(',') } }).mediaType([linksetMedia, plainMedia, page])
  return wanted === linksetMedia || wanted === plainMedia ? wanted : null
}

export const pathOf = (url: string): string => {
  const mark = url.indexOf('?')
  return mark < 0 ? url : url.slice(0, mark)
}

function parameterOf({ query }: FastifyRequest, name: 'linkType' | 'context'): string | undefined {
  const value = (query as Record<string, string | string[] | undefined>)[name]
  return (Array.isArray(value) ? value[0] : value) || undefined
}
export const linkTypeOf = (request: FastifyRequest): string | undefined => parameterOf(request, 'linkType')

/** `all` is what a linkset was called before the standard 1.0. */
const asksForAll = (linkType: string | undefined) => linkType === 'linkset' || linkType === 'all'

/** Headers as `writeHead` takes them without sorting them out first: name, value, name, value. */
export type Answer = { status: number; headers: string[]; body: string }

export const openToAll = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'Link, Location' } as const
const shared = { ...openToAll, vary: 'Accept, Accept-Language', 'cache-control': 'public, max-age=1' }

/** Where all links of a code are found, for whoever gets one of them or none. */
export const linkToLinkset = (path: string, origin: string) => `<${origin}${path}?linkType=linkset>; rel="linkset"; type="${linksetMedia}"`

/** The whole linkset, or the way to the one link that was asked for; null where the code has no such link. */
export function answerTo(question: Question, { levels }: PageLinks, origin: string): Answer | null {
  const { path, linkType, media, accept } = question
  const linkset = (status: number, of: typeof levels) => {
    const body = JSON.stringify(linksetOf(of, origin))
    return answer(status, origin, { link: linksetContext, 'content-type': media ?? linksetMedia }, body)
  }
  if (asksForAll(linkType)) return linkset(200, levels)
  const choice = linkType === undefined ? chooseDefault(levels, question) : choiceOf(readLinkType(linkType), levels, question)
  if (!choice) return null
  if ('alternatives' in choice) {
    // RFC 9110, 15.4.1: the list itself, in the form that is wanted.
    if (accept?.includes(page))
      return answer(
        300,
        origin,
        { link: linkToLinkset(path, origin), 'content-type': `${page}; charset=utf-8` },
        writeAlternatives(choice.alternatives),
      )
    return linkset(300, [{ ...levels[0]!, links: choice.alternatives }])
  }
  const { link } = choice
  // Whoever would rather have JSON gets the linkset, but for a default link that is JSON itself. A scan page is where its own code leads: who came here
  // takes no page and, sent to the same address, would come back for ever.
  if (linkType === undefined && ((media !== null && link.media !== plainMedia) || link.href === origin + path)) return linkset(200, levels)
  return answer(307, origin, { link: linkToLinkset(path, origin), location: targetOf(link, question.query) }, '')
}

/** What a default link is said to be counts where nothing else is of that type. */
const choiceOf = (type: string, levels: PageLinks['levels'], wish: Wish): Choice =>
  chooseOfType(levels, type, wish) ?? chooseOfType(levels.map(described), type, wish)

/** The address of a link with what was asked of us: the type of link was meant for us, whatever else goes on to the target. */
function targetOf({ href, forwardsQuery }: Link, query: string): string {
  const passedOn = forwardsQuery
    ? query
        .split('&')
        .filter((part) => part !== '' && !part.startsWith('linkType='))
        .join('&')
    : ''
  if (passedOn === '') return href
  const [target = '', fragment] = href.split('#', 2)
  return `${target}${target.includes('?') ? '&' : '?'}${passedOn}${fragment === undefined ? '' : `#${fragment}`}`
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
