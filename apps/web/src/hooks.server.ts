import { json } from '@sveltejs/kit'
import type { RequestEvent } from '@sveltejs/kit'
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks'
import { Conflict, Forbidden, NotFound } from '@dacsan/decisions'
import { actorOf } from '@dacsan/modules/identity'
import { owesSecondFactor } from '@dacsan/modules/identity/rules'
import { ruleOn } from '@dacsan/modules/law'
import { province, provinceWords } from '@dacsan/modules/province'
import { contextFor, currentRuntime, findRuntime, openRuntime } from '@dacsan/modules/runtime'
import { readConfig } from '@dacsan/platform/config'
import { isUnstorableText } from '@dacsan/platform/database'
import { newId } from '@dacsan/platform/ids'
import { openInstallation } from '@dacsan/platform/installation'
import { createLog } from '@dacsan/platform/log'
import { dateInVietnam } from '@dacsan/vietnam'
import { localHref, splitLanguage } from '#lib/languages.ts'
import type { Language } from '#lib/languages.ts'
import type { Messages } from '#lib/messages/index.ts'
import { provincialMessages } from '#lib/messages/provincial.ts'
import { paths } from '#lib/paths.ts'

/** The front opens the runtime before it loads the pages; only the development server comes here without one. */
export const init: ServerInit = async () => {
  if (findRuntime()) return
  const config = readConfig(process.env)
  await openRuntime(await openInstallation(config, createLog(config.logLevel), { beside: true }))
}

export const handle: Handle = async ({ event, resolve }) => {
  event.locals.requestId = newId('req')
  const runtime = currentRuntime()
  const now = new Date()
  const session = await actorOf(runtime.auth, event.request.headers, runtime.db, now)
  const { lang, path } = splitLanguage(event.url.pathname)
  if (!province().site.languages.includes(lang)) return leadTo(event, localHref('vi', path) + event.url.search)
  const room = roomOf(event)
  event.locals.session = session
  event.locals.actor = session.actor
  event.locals.setCookies = [...session.cookies]
  event.locals.ctx = contextFor(runtime, session.actor, now)
  event.locals.lang = lang
  event.locals.m = messagesOf(lang)

  const response = refusedBody(event) ?? ((isOffice(room) && (await turnedAway(event, room))) || (await resolve(event, pageOptions(lang))))
  const answer = event.locals.signInFirst && event.request.method === 'GET' ? toSignIn(event) : response
  for (const cookie of event.locals.setCookies) answer.headers.append('set-cookie', cookie)
  secure(answer.headers, event, room)
  return answer
}

const known = new Map<Language, Messages>()

/** The sentences of the province's pages; made once for each of its languages. */
function messagesOf(lang: Language): Messages {
  const found = known.get(lang) ?? provincialMessages(lang, provinceWords(lang))
  known.set(lang, found)
  return found
}

const mostFromVisitor = 256 * 1024

/** Files come from people whom we know. A form of anybody else is short and says how long it is, so that reading it costs little. */
function refusedBody({ request, locals }: RequestEvent): Response | null {
  if (request.body === null || locals.actor.kind === 'person') return null
  const length = request.headers.get('content-length')
  if (length !== null && Number(length) <= mostFromVisitor) return null
  return new Response('Content Too Large', { status: 413, headers: { connection: 'close' } })
}

/** Where a request leads, whatever way its address was written: `%76an-phong` is the office too. */
const roomOf = ({ route, url }: RequestEvent): string => route.id?.replaceAll(/\/\([^)]+\)/g, '') ?? splitLanguage(url.pathname).path

const isOffice = (room: string) => room === paths.office || room.startsWith(`${paths.office}/`)

/** The colours of a province that has its own come as a style sheet: no inline style is let through. */
const colours = () => (Object.keys(province().colours).length > 0 ? `<link rel="stylesheet" href="${paths.provinceColours}" />` : '')

const pageOptions = (lang: string) => ({
  transformPageChunk: ({ html }: { html: string }) => html.replace('%dacsan.lang%', lang).replace('%dacsan.colours%', colours),
})

/** Nobody works in the office unknown, nor with a role that asks for a second factor before it is set up. */
async function turnedAway(event: RequestEvent, room: string): Promise<Response | null> {
  const { actor, session, ctx } = event.locals
  if (actor.kind !== 'person') return toSignIn(event)
  if (room === paths.ownAccount || room.startsWith(`${paths.ownAccount}/`)) return null
  const { auth } = currentRuntime()
  if (auth.demo || session.twoFactorEnabled) return null
  const { value: wanted } = await ruleOn(ctx.db, 'sign-in.two-factor-roles', dateInVietnam(ctx.now))
  return owesSecondFactor(actor, session.twoFactorEnabled, wanted, auth.demo) ? leadTo(event, paths.ownSecondFactor) : null
}

function toSignIn({ url, request }: RequestEvent): Response {
  const next = request.method === 'GET' ? url.pathname + url.search : paths.office
  return leadTo({ request }, paths.signIn(next))
}

function leadTo({ request }: Pick<RequestEvent, 'request'>, location: string): Response {
  // A form sent by script reads where to go from the answer instead of being led there.
  if (request.headers.get('x-sveltekit-action') === 'true') return json({ type: 'redirect', status: 303, location })
  return new Response(null, { status: 303, headers: { location } })
}

const personal = [paths.office, paths.signIn(), paths.signOut, paths.cart, paths.checkout, paths.orders]

function secure(headers: Headers, event: RequestEvent, room: string): void {
  headers.set('x-request-id', event.locals.requestId)
  headers.set('x-content-type-options', 'nosniff')
  // A page whose address is a key says less than this.
  if (!headers.has('referrer-policy')) headers.set('referrer-policy', 'strict-origin-when-cross-origin')
  headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()')
  headers.set('cross-origin-opener-policy', 'same-origin')
  if (event.url.protocol === 'https:') headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  if (event.locals.actor.kind === 'person' || personal.some((prefix) => room === prefix || room.startsWith(`${prefix}/`)))
    headers.set('cache-control', 'private, no-store')
  else if (!headers.has('cache-control')) {
    // A decision must show at once: a public page may be kept, never shown without asking.
    headers.set('cache-control', 'public, no-cache')
    headers.append('vary', 'Cookie')
  }
}

/** The three surprises keep their meaning, and so does a text that nobody could have typed; all else is a fault of ours, told to the log and to nobody else. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  const { requestId } = event.locals
  if (kind !== 'unknown') return { requestId }
  if (error instanceof NotFound) return { status: 404, message: 'Not Found', requestId }
  if (error instanceof Conflict) return { status: 409, message: 'Conflict', requestId }
  if (error instanceof Forbidden) {
    if (error.message === 'sign-in') event.locals.signInFirst = true
    return { status: 403, message: 'Forbidden', requestId }
  }
  if (isUnstorableText(error)) return { status: 400, message: 'Bad Request', requestId }
  currentRuntime().log.error({ requestId, path: event.url.pathname, err: error }, 'a request failed')
  return { status: 500, message: 'Internal Error', requestId }
}
