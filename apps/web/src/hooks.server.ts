import { json } from '@sveltejs/kit'
import type { RequestEvent } from '@sveltejs/kit'
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks'
import { Forbidden } from '@dacsan/decisions'
import {
  actorOf,
  doOnce,
  dropUploads,
  isUploadId,
  keepForm,
  readFormKey,
  requireRecentConfirmation,
  wholeUploads,
} from '@dacsan/modules/identity'
import type { SentBefore } from '@dacsan/modules/identity'
import { owesSecondFactor } from '@dacsan/modules/identity/rules'
import { ruleOn } from '@dacsan/modules/law'
import { province, provinceWords } from '@dacsan/modules/province'
import { contextFor, currentRuntime, findRuntime, openRuntime } from '@dacsan/modules/runtime'
import { readConfig } from '@dacsan/platform/config'
import { isUnavailable } from '@dacsan/platform/database'
import { newId } from '@dacsan/platform/ids'
import { openInstallation } from '@dacsan/platform/installation'
import { isUnopenable } from '@dacsan/platform/locked-text'
import { createLog } from '@dacsan/platform/log'
import { dateInVietnam } from '@dacsan/vietnam'
import { asksAgain } from '#lib/asks-again.ts'
import { bringUploads } from '#lib/forms.ts'
import { localHref, splitLanguage } from '#lib/languages.ts'
import { errorPage, sentAgain, unopenableNumbers } from '#lib/frame-words.ts'
import type { Language } from '#lib/languages.ts'
import type { Messages } from '#lib/messages/index.ts'
import { provincialMessages } from '#lib/messages/provincial.ts'
import { mayWorkAt } from '#lib/may-work-at.ts'
import { keptAnswer } from '#lib/kept-answer.ts'
import { nothingKept, paths, takesFiles, takesFilesOfStrangers } from '#lib/paths.ts'
import { statusOf, trace } from '#lib/security-trace.ts'
import { serverOnly } from '#lib/server-only.ts'

/** The front opens the runtime before it loads the pages; only the development server comes here without one. */
export const init: ServerInit = async () => {
  if (findRuntime()) return
  const config = readConfig(process.env)
  await openRuntime(await openInstallation(config, createLog(config.logLevel), { beside: true }))
}

/** The front's name for the request (apps/front/spoken.ts), so that its log and this page say the same one. */
const requestHeader = 'x-dacsan-request'

export const handle: Handle = async ({ event, resolve }) => {
  event.locals.requestId = event.request.headers.get(requestHeader) ?? newId('req')
  const runtime = currentRuntime()
  const now = new Date()
  const session = await actorOf(runtime.auth, event.request.headers, runtime.db, now).catch(whileAway)
  if (!session) return plainAnswer(event, 503)
  const { lang, path } = splitLanguage(event.url.pathname)
  if (!province().site.languages.includes(lang)) return leadTo(event, localHref('vi', path) + event.url.search)
  const room = roomOf(event)
  if (isOffice(room) && isFetchedAhead(event.request)) return new Response(null, { status: 503, headers: { 'cache-control': 'no-store' } })
  event.locals.session = session
  event.locals.actor = session.actor
  event.locals.setCookies = [...session.cookies]
  event.locals.ctx = contextFor(runtime, session.actor, now)
  event.locals.lang = lang
  event.locals.m = messagesOf(lang)

  const turned = refusedBody(event, room) ?? (isOffice(room) ? ((await turnedAway(event, room)) ?? (await askedAgain(event, room))) : null)
  const response = turned ?? (await onceOnly(event, room, () => resolve(event, pageOptions(lang))))
  await trace(event, room, response)
  const answer = event.locals.signInFirst && event.request.method === 'GET' ? toSignIn(event) : response
  for (const cookie of event.locals.setCookies) answer.headers.append('set-cookie', cookie)
  secure(answer.headers, event, room)
  if (answer.status === 503) answer.headers.set('retry-after', retryAfter)
  for (const [name, value] of Object.entries(event.locals.keeping ?? {})) answer.headers.set(name, value)
  return answer
}

/**
 * A browser fetches a page before anybody asked for it. Of the office it gets nothing: the security log would name a reader who never read, and a
 * page that is not logged must not be shown.
 */
const isFetchedAhead = ({ headers }: Request) => /prefetch/i.test(`${headers.get('sec-purpose')} ${headers.get('purpose')}`)

/** In seconds: as long as a database needs to come back. */
const retryAfter = '5'

/** Nothing while the database is away or full; every other error goes on. */
function whileAway(error: unknown): null {
  if (isUnavailable(error)) return null
  throw error
}

/** An answer that needs neither the database nor a page: a form sent by script shows it where it stands. */
function plainAnswer({ request, locals }: RequestEvent, status: 413 | 503): Response {
  const { title, text } = errorPage.byStatus[status]!
  const headers = { ...(status === 503 && { 'retry-after': retryAfter }), 'cache-control': 'no-store', connection: 'close' }
  if (request.headers.get('x-sveltekit-action') === 'true')
    return json({ type: 'error', status, error: { message: title, detail: text, requestId: locals.requestId } }, { status, headers })
  const page = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1><p>${text}</p></html>`
  return new Response(page, { status, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } })
}

const known = new Map<Language, Messages>()

/** The sentences of the province's pages; made once for each of its languages. */
function messagesOf(lang: Language): Messages {
  const found = known.get(lang)
  if (found) return found
  const made = serverOnly(provincialMessages(lang, provinceWords(lang)))
  // Pages of scans carry this part alone.
  serverOnly(made.scan)
  known.set(lang, made)
  return made
}

/** In bytes: every field of every form filled to its end. */
const mostOfText = 256 * 1024
/** In bytes, all files of one form, as the front lets them through (BODY_SIZE_LIMIT). */
const mostOfFiles = 40 * 1024 * 1024
/** One photo of a paper and the fields beside it, from somebody whom nobody knows. */
const mostOfStrangers = 20 * 1024 * 1024

/**
 * A form is short and says how long it is, so that reading it costs little. Files come to the pages that ask for one, from those whom the side bar
 * leads there; all else is refused before it is read.
 */
function refusedBody(event: RequestEvent, room: string): Response | null {
  const { request, locals } = event
  if (request.body === null) return null
  const length = request.headers.get('content-length')
  if (length !== null && Number(length) <= mostOfText) return null
  const files = request.headers.get('content-type')?.startsWith('multipart/form-data') && takesFiles(event.route.id)
  if (files && mayWorkAt(locals.actor, event.route.id)) return null
  if (files && takesFilesOfStrangers(event.route.id) && Number(length ?? Infinity) <= mostOfStrangers) return null
  // Files of somebody of the office whose session ended: the page leads there again, unread.
  if (files && isOffice(room) && locals.actor.kind !== 'person') {
    const answer = toSignIn(event)
    answer.headers.set('connection', 'close')
    return answer
  }
  return plainAnswer(event, 413)
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
  if (actor.kind !== 'person') return event.request.method === 'POST' ? toSignInAndBack(event) : toSignIn(event)
  if (room === paths.ownAccount || room.startsWith(`${paths.ownAccount}/`)) return null
  const { auth } = currentRuntime()
  if (auth.demo || session.twoFactorEnabled) return null
  const { value: wanted } = await ruleOn(ctx.db, 'sign-in.two-factor-roles', dateInVietnam(ctx.now))
  return owesSecondFactor(actor, session.twoFactorEnabled, wanted, auth.demo) ? leadTo(event, paths.ownSecondFactor) : null
}

/** What binds others asks for the password again, where it was typed too long ago; what was sent waits meanwhile. */
async function askedAgain(event: RequestEvent, room: string): Promise<Response | null> {
  if (event.request.method !== 'POST' || !asksAgain(room, event.url)) return null
  if ((await requireRecentConfirmation(event.locals.ctx, event.locals.session)).ok) return null
  event.locals.failed = 401
  return leadTo(event, paths.confirmAgain((await keep(event)) ?? nothingKept))
}

/**
 * A form that a browser sends again under its key, because it never heard an answer, is not done twice: it gets the answer of the first time. Without a key it
 * is a form like any other.
 */
async function onceOnly(event: RequestEvent, room: string, act: () => Promise<Response>): Promise<Response> {
  const { actor, ctx } = event.locals
  const named = event.request.method === 'POST' && isOffice(room) ? readFormKey(event.request.headers.get('x-dacsan-form')) : null
  if (!named || actor.kind !== 'person') return act()
  const outcome = await doOnce(ctx, { ...named, userId: actor.userId }, async () => {
    const uploads = uploadsNamedBy(event)
    const missing = await bring(event, uploads)
    // With one file missing nothing is done: the device sends it, and then the form again.
    if (missing) return { done: notYetHere(missing), answer: null }
    const done = await act()
    const answer = await done.clone().text()
    if (!/^\{"type":"(success|redirect)"/.test(answer)) return { done, answer: null }
    await dropUploads(ctx, uploads).catch((error: unknown) =>
      currentRuntime().log.warn({ err: error }, 'uploads were taken and stay until they expire'),
    )
    return { done, answer: keptAnswer(answer) }
  })
  // What a device sent once more for a form that is done waits for nothing.
  if ('before' in outcome && outcome.before.state === 'answered') await dropUploads(ctx, uploadsNamedBy(event))
  return 'done' in outcome ? outcome.done : answersAgain[outcome.before.state](event, outcome.before.answer ?? '')
}

/** The files of this form that came in pieces, by their ids. */
const uploadsNamedBy = ({ request }: RequestEvent) => [
  ...new Set((request.headers.get('x-dacsan-uploads') ?? '').split(',').filter(isUploadId)),
]

/** Puts the files that came in pieces into the form of this request; else, which of them are not here as a whole. */
async function bring(event: RequestEvent, ids: string[]): Promise<string[] | null> {
  if (ids.length === 0 || !takesFiles(event.route.id) || !mayWorkAt(event.locals.actor, event.route.id)) return null
  const found = await wholeUploads(event.locals.ctx, ids, mostOfFiles)
  if ('missing' in found) return found.missing
  bringUploads(event.request, found.files)
  return null
}

const notYetHere = (missing: readonly string[]) =>
  spoken({ type: 'error', status: 409, error: { message: sentAgain.filesMissing } }, 409, { 'x-dacsan-missing': missing.join(',') })

const spoken = (result: object, status = 200, headers: Record<string, string> = {}) => json(result, { status, headers })
const conflict =
  ({ title, detail }: { title: string; detail: string }) =>
  (event: RequestEvent) =>
    spoken({ type: 'error', status: 409, error: { message: title, detail, requestId: event.locals.requestId } }, 409)
const answersAgain: Record<SentBefore['state'], (event: RequestEvent, answer: string) => Response> = {
  'under-way': () => spoken({ type: 'error', status: 503, error: { message: sentAgain.underWay } }, 503, { 'retry-after': '2' }),
  unknown: conflict(sentAgain.unknown),
  other: conflict(sentAgain.other),
  // With an answer too long to keep, the page itself says what became of it.
  answered: ({ url }, answer) =>
    spoken(answer ? (JSON.parse(answer) as object) : { type: 'redirect', status: 303, location: url.pathname }),
}

/** A session that ended while somebody was writing: what was typed waits until the person has signed in. */
async function toSignInAndBack(event: RequestEvent): Promise<Response> {
  const key = await keep(event)
  return key === null ? toSignIn(event) : leadTo(event, paths.signIn(paths.keptForm(key)))
}

/** Keeps the form of this request, which nothing else will read; null where it cannot be kept. */
async function keep(event: RequestEvent): Promise<string | null> {
  const { request, url, locals } = event
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)/.test(request.headers.get('content-type') ?? '')) return null
  if (!(Number(request.headers.get('content-length') ?? Infinity) <= mostOfText)) return null
  // Its files came before it: the device has it whole, and sends it itself.
  if (request.headers.has('x-dacsan-uploads')) return null
  const form = await request.formData().catch(() => null)
  if (form === null) return null
  const fields = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const { auth, db } = currentRuntime()
  const asking = { auth, db, headers: request.headers, now: locals.ctx.now, address: event.getClientAddress() }
  const kept = await keepForm(asking, { path: url.pathname + url.search, fields })
  locals.setCookies.push(...(kept?.cookies ?? []))
  return kept?.key ?? null
}

function toSignIn({ url, request }: RequestEvent): Response {
  // The page of a form, without the name of its action.
  const next = request.method === 'GET' ? url.pathname + url.search : url.pathname
  return leadTo({ request }, paths.signIn(next))
}

function leadTo({ request }: Pick<RequestEvent, 'request'>, location: string): Response {
  // A form sent by script reads where to go from the answer instead of being led there.
  if (request.headers.get('x-sveltekit-action') === 'true') return json({ type: 'redirect', status: 303, location })
  return new Response(null, { status: 303, headers: { location } })
}

const personal = [
  paths.office,
  paths.signIn(),
  paths.signOut,
  paths.invitation('[secret]'),
  paths.cart,
  paths.checkout,
  paths.orders,
  paths.joining,
]

function secure(headers: Headers, event: RequestEvent, room: string): void {
  headers.set('x-request-id', event.locals.requestId)
  headers.set('x-content-type-options', 'nosniff')
  // A page whose address is a key says less than this.
  if (!headers.has('referrer-policy')) headers.set('referrer-policy', 'strict-origin-when-cross-origin')
  // Makers speak notes into their diaries; no page for everyone asks to hear anybody.
  const microphone = room.startsWith(paths.office) ? 'self' : ''
  headers.set('permissions-policy', `camera=(), microphone=(${microphone}), geolocation=(), payment=()`)
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

const messages = { 400: 'Bad Request', 403: 'Forbidden', 404: 'Not Found', 409: 'Conflict', 503: 'Service Unavailable' } as const

/** The three surprises keep their meaning, and so does a text that nobody could have typed; all else is a fault of ours, told to the log and to nobody else. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  const { requestId } = event.locals
  if (kind !== 'unknown') return { requestId }
  const status = statusOf(error)
  event.locals.failed = status
  if (error instanceof Forbidden && error.message === 'sign-in') event.locals.signInFirst = true
  if (isUnopenable(error)) {
    currentRuntime().log.error({ requestId, path: event.url.pathname, err: error }, 'a locked number cannot be opened')
    return { status: 503, message: messages[503], detail: unopenableNumbers, requestId }
  }
  if (status === 503)
    currentRuntime().log.warn({ requestId, path: event.url.pathname, err: error }, 'the database or the store of files did not answer')
  if (status !== 500) return { status, message: messages[status], requestId }
  currentRuntime().log.error({ requestId, path: event.url.pathname, err: error }, 'a request failed')
  return { status: 500, message: 'Internal Error', requestId }
}
