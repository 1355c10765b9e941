import type { RequestEvent } from '@sveltejs/kit'
import { Conflict, Forbidden, NotFound } from '@dacsan/decisions'
import { dossierIdOf } from '@dacsan/modules/dossiers'
import { noteSecurity } from '@dacsan/modules/identity'
import type { SecurityNote } from '@dacsan/modules/identity'
import { currentRuntime } from '@dacsan/modules/runtime'
import { isUnavailable, isUnstorableText } from '@dacsan/platform/database'
import { isUnopenable } from '@dacsan/platform/locked-text'
import { foreignFieldsOf, isCutOff } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'

/** The thing that a page of the office shows, by the beginning of its route: the longest that fits. */
const objects: readonly { route: string; type: string; param: string }[] = [
  { route: `${paths.dossiers}/[id]`, type: 'dossier', param: 'id' },
  { route: `${paths.dossiers}/[id]/doc/giay/[evidence]`, type: 'evidence', param: 'evidence' },
  { route: `${paths.communeQueue}/[id]`, type: 'dossier', param: 'id' },
  { route: `${paths.appraisals}/[dossier]`, type: 'dossier', param: 'dossier' },
  { route: `${paths.council}/[session]`, type: 'session', param: 'session' },
  { route: `${paths.council}/[session]/[dossier]`, type: 'dossier', param: 'dossier' },
  { route: `${paths.council}/[session]/[dossier]/minh-chung/[evidence]`, type: 'evidence', param: 'evidence' },
  { route: `${paths.council}/[session]/[dossier]/doc/giay/[evidence]`, type: 'evidence', param: 'evidence' },
  { route: `${paths.vault}/[id]`, type: 'evidence', param: 'id' },
  { route: `${paths.shopDesk}/don/[id]`, type: 'order', param: 'id' },
  { route: `${paths.accounts}/[id]`, type: 'person', param: 'id' },
  { route: `${paths.organisations()}/[id]`, type: 'organisation', param: 'id' },
  { route: `${paths.privacyDesk}/[id]`, type: 'data-request', param: 'id' },
  { route: `${paths.dataBreaches}/[id]`, type: 'data-breach', param: 'id' },
  { route: `${paths.decisions}/[decision]`, type: 'decision', param: 'decision' },
  { route: `${paths.lots}/[id]`, type: 'lot', param: 'id' },
  { route: `${paths.ownProducts}/[id]`, type: 'product', param: 'id' },
]
/** Of these, opening them is kept: they hold what somebody entrusted to the office. */
const personal = new Set(['dossier', 'evidence', 'order', 'person', 'data-request'])

/** What leaves the office as a file. */
const exports: ReadonlySet<string> = new Set([
  decodeURIComponent(paths.listFile('[list]')),
  paths.ownDataFile('du-lieu.json').replace('du-lieu.json', '[file]'),
  `${paths.reports()}/tai`,
  `${paths.indicator('[id]')}/bang`,
])

const within = (room: string, route: string) => room === route || room.startsWith(`${route}/`)

/** What a request is about: the thing, whether opening it is kept, and its kind. */
async function objectOf({ params, locals, url }: RequestEvent, room: string): Promise<{ object: SecurityNote['object']; kept: boolean }> {
  if (exports.has(room)) return { object: { type: 'export', id: `${url.pathname}${url.search}` }, kept: true }
  const found = objects.filter(({ route }) => within(room, route)).toSorted((one, other) => other.route.length - one.route.length)[0]
  const id = found && (params as Readonly<Record<string, string | undefined>>)[found.param]
  if (!found || id === undefined) return { object: null, kept: false }
  const object = { type: found.type, id: found.type === 'dossier' ? await dossierIdOf(locals.ctx.db, id) : id }
  return { object, kept: personal.has(found.type) }
}

/** Which status an error that a page threw stands for. */
export function statusOf(error: unknown): 400 | 403 | 404 | 409 | 500 | 503 {
  if (error instanceof NotFound) return 404
  if (error instanceof Forbidden) return 403
  if (error instanceof Conflict) return 409
  if (isUnstorableText(error) || isCutOff(error)) return 400
  return isUnavailable(error) || isUnopenable(error) ? 503 : 500
}

/** The status of an answer; one to a form that a script sent says it within. */
async function statusIn({ request, locals }: RequestEvent, response: Response): Promise<number> {
  if (locals.failed !== undefined) return locals.failed
  if (request.headers.get('x-sveltekit-action') !== 'true' || response.body === null) return response.status
  const said = (await response
    .clone()
    .json()
    .catch(() => null)) as { status?: number } | null
  return said?.status ?? response.status
}

/**
 * Leaves in the security log what a request to the office read, wrote or was refused. The line is written before the answer leaves; where it
 * cannot be, the log of the process says the same, and the office goes on.
 */
export async function trace(event: RequestEvent, room: string, response: Response): Promise<void> {
  const { locals, request } = event
  const isRead = request.method === 'GET'
  if (!within(room, paths.office) || locals.actor.kind !== 'person' || (!isRead && request.method !== 'POST')) return
  const status = await statusIn(event, response)
  const outcome = status >= 500 ? 'failed' : status >= 400 ? 'refused' : 'done'
  // The step before a final act did nothing, and refused nothing.
  if (status === 428) return
  // A page that leads elsewhere showed nothing.
  if (isRead && status >= 300 && status < 400) return
  const note: SecurityNote = {
    at: locals.ctx.now,
    what: isRead ? 'read' : 'write',
    outcome,
    reason: outcome === 'done' ? null : String(status),
    actor: locals.actor,
    address: event.getClientAddress(),
    requestId: locals.requestId,
    action: isRead ? room : `${room}${event.url.search.startsWith('?/') ? event.url.search.split('&')[0] : ''}`,
  }
  const { db, log } = currentRuntime()
  try {
    const { object, kept } = await objectOf(event, room)
    if (!isRead || outcome !== 'done' || kept) await noteSecurity(db, { ...note, object })
    const fields = foreignFieldsOf(request)
    // Their names alone: what stood in them is nobody's business, and was not read.
    if (fields.length > 0)
      await noteSecurity(db, {
        ...note,
        outcome: 'refused',
        reason: 'foreign-fields',
        action: `${room}: ${fields.join(', ')}`.slice(0, 200),
        object,
      })
  } catch (error) {
    const { actor: _, ...rest } = note
    log.error(
      { ...rest, path: event.url.pathname, actorId: locals.actor.userId, err: error },
      'a line of the security log could not be written',
    )
  }
}
