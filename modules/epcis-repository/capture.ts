import { setImmediate as nextTurn } from 'node:timers/promises'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { eventsOf, namespacesOf, readJson } from '@dacsan/epcis'
import type { AnyDocument, Context, EpcisEvent, JsonRefusal } from '@dacsan/epcis'
import { isXml, validateDocument, validateEvent, validateXml } from '@dacsan/epcis/validate'
import type { Media, Problem } from '@dacsan/epcis/validate'
import { readXml } from '@dacsan/epcis/xml'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx, Tx } from '../context.ts'
import { record, requireAct } from '../identity/index.ts'
import type { OrganisationId } from '../identity/rules.ts'
import { captureActs } from './acts.ts'
import { insertCapture } from './capture.store.ts'
import { eventRow } from './event-rows.ts'
import type { EventRow } from './event-rows.ts'
import { insertEvents, recordingPartner } from './record-events.store.ts'
import type { RecordedBy } from './record-events.store.ts'
import { organisationOf } from './policy.ts'
import type { CaptureBehaviour, CaptureId, EpcisProblem, NoOrganisation, SubscriptionId } from './rules.ts'
import { queueStreams } from './subscriptions/subscribe.ts'

/** What one capture may hold; a partner learns it from OPTIONS and sends more in several. */
export const captureLimits = { events: 5_000, bytes: 4 * 1024 * 1024 } as const

/** A document that is none: nothing of it is taken, and there is no job. */
export type DocumentRefusal =
  | NoOrganisation
  | { code: 'document-refused'; problems: readonly Problem[] }
  | { code: 'too-many-events'; events: number }

type Given = { text: string; media: Media; behaviour: CaptureBehaviour }

/**
 * Takes the events of a document or query document. What cannot be read is refused at once; an event that is wrong ends the job without storing
 * anything (`rollback`) or is left out (`proceed`). An event that is there already is not stored again, and that is no error.
 */
export async function captureDocument(
  ctx: Ctx,
  { text, media, behaviour }: Given,
): Promise<Outcome<{ captureId: CaptureId }, DocumentRefusal>> {
  requireAct(ctx.actor, captureActs.capture)
  const organisationId = organisationOf(ctx.actor)
  if (organisationId === undefined) return refuse('no-organisation')
  const read = readDocument(text, media, behaviour)
  if (!read.ok) return read
  const document = read.value
  const events = eventsOf(document)
  if (events.length > captureLimits.events) return refuse('too-many-events', { events: events.length })
  const { rows, errors } = await judgeEvents(events, document['@context'])
  return done(await store(ctx, organisationId, behaviour, errors.length > 0 && behaviour === 'rollback' ? [] : rows, errors))
}

/** Takes one event alone. */
export async function captureEvent(
  ctx: Ctx,
  { text, media }: Pick<Given, 'text' | 'media'>,
): Promise<Outcome<{ eventId: string }, DocumentRefusal | { code: 'event-exists' }>> {
  requireAct(ctx.actor, captureActs.capture)
  const organisationId = organisationOf(ctx.actor)
  if (organisationId === undefined) return refuse('no-organisation')
  const read = readBare(text, media)
  if (!read.ok) return read
  const row = eventRow(read.value, read.value['@context'])
  const { stored } = await store(ctx, organisationId, 'rollback', [row], [])
  const { eventID } = JSON.parse(row.document) as { eventID: string }
  return stored === 0 ? refuse('event-exists') : done({ eventId: eventID })
}

const refused = (problems: readonly Problem[]) => refuse('document-refused' as const, { problems })
const atPlace = (refusal: JsonRefusal): Problem => {
  const location = refusal.code === 'json-syntax' ? `${refusal.line}:${refusal.column}` : '1:1'
  return { location, message: `this is not JSON that can be read: ${refusal.code}` }
}

function readDocument(text: string, media: Media, behaviour: CaptureBehaviour): Outcome<AnyDocument, DocumentRefusal> {
  if (isXml(media)) {
    const read = readXml(text)
    if (!read.ok) return refused([{ location: `${read.refusal.line}:${read.refusal.column}`, message: read.refusal.code }])
    // Where one event alone is to be left out it is judged in the JSON form; the order of elements is a matter of the whole document.
    const problems = behaviour === 'rollback' ? validateXml(text, read.value.type) : []
    return problems.length > 0 ? refused(problems) : read
  }
  const read = readJson(text)
  if (!read.ok) return refused([atPlace(read.refusal)])
  const document = read.value as AnyDocument
  const kind = document?.type === 'EPCISQueryDocument' ? 'EPCISQueryDocument' : 'EPCISDocument'
  const problems = validateDocument(withoutEvents(document), kind)
  return problems.length > 0 ? refused(problems) : done(document)
}

/** The envelope of a document, to be judged without its events. */
function withoutEvents(document: AnyDocument): unknown {
  if (document?.type === 'EPCISDocument' && Array.isArray(document.epcisBody?.eventList))
    return { ...document, epcisBody: { ...document.epcisBody, eventList: [] } }
  if (document?.type === 'EPCISQueryDocument' && Array.isArray(document.epcisBody?.queryResults?.resultsBody?.eventList)) {
    const { queryResults } = document.epcisBody
    const resultsBody = { ...queryResults.resultsBody, eventList: [] }
    return { ...document, epcisBody: { ...document.epcisBody, queryResults: { ...queryResults, resultsBody } } }
  }
  return document
}

function readBare(text: string, media: Media): Outcome<EpcisEvent, DocumentRefusal> {
  if (isXml(media)) return refused([{ location: '1:1', message: 'one event alone is given in JSON' }])
  const read = readJson(text)
  if (!read.ok) return refused([atPlace(read.refusal)])
  const problems = validateDocument(read.value, 'event')
  return problems.length > 0 ? refused(problems) : done(read.value as EpcisEvent)
}

/** So many events are judged in one turn of the event loop: others are answered in between. */
const turn = 100

async function judgeEvents(events: readonly EpcisEvent[], context: Context | undefined) {
  const namespaces = namespacesOf(context)
  const rows: EventRow[] = []
  const errors: EpcisProblem[] = []
  for (const [index, event] of events.entries()) {
    if (index % turn === turn - 1) await nextTurn()
    const problems = validateEvent(event, { namespaces, location: `/epcisBody/eventList/${index}` })
    if (problems.length === 0) rows.push(eventRow(event, context))
    else errors.push(problemOf(event, problems))
  }
  return { rows, errors }
}

const problemOf = (event: EpcisEvent, problems: readonly Problem[]): EpcisProblem => ({
  type: 'epcisException:ValidationException',
  title: 'An event is not valid',
  status: 400,
  detail: problems.map(({ location, message }) => `${location}: ${message}`).join('; '),
  ...(typeof event?.eventID === 'string' && { instance: event.eventID }),
})

async function store(
  ctx: Ctx,
  organisationId: OrganisationId,
  behaviour: CaptureBehaviour,
  rows: readonly EventRow[],
  errors: readonly EpcisProblem[],
): Promise<{ captureId: CaptureId; stored: number }> {
  const captureId = ctx.newId('cap')
  return inTransaction(ctx, async (tx) => {
    const partnerId = await recordingPartner(tx, ctx, organisationId, rows)
    const by = { partnerId, captureId, at: ctx.now, origin: ctx.origin }
    const stored = await insertInParts(tx, by, rows)
    await insertCapture(tx, partnerId, {
      id: captureId,
      behaviour,
      createdAt: ctx.now,
      finishedAt: ctx.now,
      success: errors.length === 0,
      stored,
      errors,
    })
    await record(tx, ctx, captureActs.capture, { subjectId: captureId, payload: { captureId, stored } })
    return { captureId, stored }
  })
}

/** As many as one statement takes without its text growing over what a connection likes. */
const part = 500

async function insertInParts(tx: Tx, by: RecordedBy, rows: readonly EventRow[]): Promise<number> {
  let stored = 0
  const streams = new Set<SubscriptionId>()
  for (let from = 0; from < rows.length; from += part) {
    const recorded = await insertEvents(tx, by, rows.slice(from, from + part))
    stored += recorded.stored
    for (const id of recorded.stored > 0 ? recorded.streams : []) streams.add(id)
  }
  await queueStreams(tx, [...streams])
  return stored
}
