import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { jsonRefusalText, readJson } from '@dacsan/epcis'
import type { EpcisEvent, JsonRefusal } from '@dacsan/epcis'
import { isXml, validateDocument } from '@dacsan/epcis/validate'
import type { Media, Problem } from '@dacsan/epcis/validate'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx, Tx } from '../context.ts'
import { record, requireAct } from '../identity/index.ts'
import type { OrganisationId } from '../identity/rules.ts'
import { captureActs } from './acts.ts'
import { insertCapture } from './capture.store.ts'
import { foreignDeclarations } from './error-declarations.ts'
import { eventRow } from './event-rows.ts'
import { judgeDocument } from './judge-capture.ts'
import type { Content, JudgedDocument, UnfitDocument } from './judge-capture.ts'
import { insertEvents, recordingPartner } from './record-events.store.ts'
import type { RecordedBy } from './record-events.store.ts'
import { organisationOf } from './policy.ts'
import { runOn } from './run-on.ts'
import type { RanOn } from './run-on.ts'
import type { CaptureBehaviour, CaptureId, EpcisProblem, NoOrganisation, SubscriptionId } from './rules.ts'
import { queueStreams } from './subscriptions/subscribe.ts'

export type DocumentRefusal = NoOrganisation | UnfitDocument
/** Why one event alone is not taken. */
export type EventRefusal = DocumentRefusal | { code: 'event-exists' } | { code: 'not-yours-to-declare' }

type Given = { content: Content; media: Media; behaviour: CaptureBehaviour }

/**
 * Takes the events of a document or query document. What cannot be read is refused at once; an event that is wrong ends the job without storing
 * anything (`rollback`) or is left out (`proceed`). An event that is there already is not stored again, and that is no error. A large document is judged
 * when this answers, and stored by then or later: `finished`, until which its content is to be read.
 */
export async function captureDocument(
  ctx: Ctx,
  { content, media, behaviour }: Given,
): Promise<Outcome<{ captureId: CaptureId; finished: Promise<RanOn> }, DocumentRefusal>> {
  requireAct(ctx.actor, captureActs.capture)
  const organisationId = organisationOf(ctx.actor)
  if (organisationId === undefined) return refuse('no-organisation')
  // Where one event alone is to be left out it is judged in the JSON form; the order of elements is a matter of the whole document.
  const judged = await judgeDocument({ content, media, strict: behaviour === 'rollback' })
  if (!judged.ok) return judged
  const foreign = await foreignDeclarations(ctx, organisationId, judged.value)
  const captureId = ctx.newId('cap')
  const taking = { captureId, organisationId, behaviour, foreign }
  if (!judged.value.isLarge) {
    await store(ctx, taking, judged.value)
    return done({ captureId, finished: Promise.resolve({}) })
  }
  const success = judged.value.errors.length === 0 && foreign.size === 0
  const job = { id: captureId, behaviour, createdAt: ctx.now, success }
  const { finished } = await runOn(ctx, organisationId, job, () => store(ctx, taking, judged.value))
  return done({ captureId, finished })
}

/** Takes one event alone. */
export async function captureEvent(
  ctx: Ctx,
  { text, media }: { text: string; media: Media },
): Promise<Outcome<{ eventId: string }, EventRefusal>> {
  requireAct(ctx.actor, captureActs.capture)
  const organisationId = organisationOf(ctx.actor)
  if (organisationId === undefined) return refuse('no-organisation')
  const read = readBare(text, media)
  if (!read.ok) return read
  const row = eventRow(read.value, read.value['@context'])
  const judged: JudgedDocument = {
    parts: () => [[row]],
    uris: row.parties,
    declared: row.declaredAt === '' ? [] : [row.eventId],
    errors: [],
    warnings: [],
    isLarge: false,
  }
  if ((await foreignDeclarations(ctx, organisationId, judged)).size > 0) return refuse('not-yours-to-declare')
  const stored = await store(ctx, { captureId: ctx.newId('cap'), organisationId, behaviour: 'rollback', foreign: new Set() }, judged)
  const { eventID } = JSON.parse(row.document) as { eventID: string }
  return stored === 0 ? refuse('event-exists') : done({ eventId: eventID })
}

const refused = (problems: readonly Problem[]) => refuse('document-refused' as const, { problems })
const atPlace = (refusal: JsonRefusal): Problem => {
  const location = refusal.code === 'json-syntax' ? `${refusal.line}:${refusal.column}` : '1:1'
  return { location, message: jsonRefusalText(refusal) }
}

function readBare(text: string, media: Media): Outcome<EpcisEvent, DocumentRefusal> {
  if (isXml(media)) return refused([{ location: '1:1', message: 'one event alone is given in JSON' }])
  const read = readJson(text)
  if (!read.ok) return refused([atPlace(read.refusal)])
  const problems = validateDocument(read.value, 'event')
  return problems.length > 0 ? refused(problems) : done(read.value as EpcisEvent)
}

/** By whom an event was not captured, that one cannot declare it in error. */
const notYours = (instance: string): EpcisProblem => ({
  type: 'epcisException:SecurityException',
  title: 'Not allowed',
  status: 403,
  detail: 'an event is declared in error by whoever captured it',
  instance,
})

type Taking = { captureId: CaptureId; organisationId: OrganisationId; behaviour: CaptureBehaviour; foreign: ReadonlySet<string> }

async function store(
  ctx: Ctx,
  { captureId, organisationId, behaviour, foreign }: Taking,
  { parts, uris, errors: wrong, warnings }: JudgedDocument,
): Promise<number> {
  const began = performance.now()
  const errors = [...wrong, ...[...foreign].map(notYours)]
  const takesNone = errors.length > 0 && behaviour === 'rollback'
  return inTransaction(ctx, async (tx) => {
    const partnerId = await recordingPartner(tx, ctx, organisationId, takesNone ? [] : uris)
    const by = { partnerId, captureId, at: ctx.now, origin: ctx.origin }
    const stored = takesNone ? 0 : await insertParts(tx, by, parts(), foreign)
    await insertCapture(tx, partnerId, {
      id: captureId,
      behaviour,
      createdAt: ctx.now,
      finishedAt: new Date(ctx.now.getTime() + Math.round(performance.now() - began)),
      success: errors.length === 0,
      stored,
      errors,
      warnings,
    })
    await record(tx, ctx, captureActs.capture, { subjectId: captureId, payload: { captureId, stored } })
    return stored
  })
}

async function insertParts(
  tx: Tx,
  by: RecordedBy,
  parts: ReturnType<JudgedDocument['parts']>,
  without: ReadonlySet<string>,
): Promise<number> {
  let stored = 0
  const streams = new Set<SubscriptionId>()
  for await (const rows of parts) {
    const taken = rows.filter(({ eventId, declaredAt }) => declaredAt === '' || !without.has(eventId))
    const recorded = await insertEvents(tx, by, taken)
    stored += recorded.stored
    for (const id of recorded.stored > 0 ? recorded.streams : []) streams.add(id)
  }
  await queueStreams(tx, [...streams])
  return stored
}
