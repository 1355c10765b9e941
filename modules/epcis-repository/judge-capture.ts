import { setImmediate as nextTurn } from 'node:timers/promises'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import type { Context, EpcisEvent } from '@dacsan/epcis'
import { isXml, judgeEvents } from '@dacsan/epcis/validate'
import type { JudgedEnvelope, Media, Problem } from '@dacsan/epcis/validate'
import { eventRow, partiesOfEvent } from './event-rows.ts'
import type { EventRow } from './event-rows.ts'
import type { EpcisProblem } from './rules.ts'

/** What one capture may hold; a partner learns it from OPTIONS and sends more in several. */
export const captureLimits = { events: 100_000, bytes: 64 * 1024 * 1024 } as const
/** What one event may weigh: it is the only thing of a document that is held as a whole. */
const ofEvent = { characters: 4 * 1024 * 1024, depth: 64 }

/** A document: its text, or the way to read it once more from where it was put while it came. */
export type Content = string | (() => AsyncIterable<Uint8Array>)

export type Reading = { content: Content; media: Media; strict: boolean }

/** A text that is no document, or one that holds too much: nothing of it is taken, and there is no job. */
export type UnfitDocument = { code: 'document-refused'; problems: readonly Problem[] } | { code: 'too-many-events'; events: number }

/** What a document holds: the rows part by part, and what was wrong. */
export type JudgedDocument = {
  parts: () => AsyncIterable<readonly EventRow[]> | Iterable<readonly EventRow[]>
  /** Whom and what its events name as parties, each once. */
  uris: readonly string[]
  /** Names of the events that it declares in error. */
  declared: readonly string[]
  errors: readonly EpcisProblem[]
  warnings: readonly EpcisProblem[]
  /** Whether it is read again when it is stored. */
  isLarge: boolean
}

/** So many events are judged in one turn of the event loop: others are answered in between. */
const turn = 100
/** As many as one statement takes without its text growing over what a connection likes. */
const part = 500
/** A document of no more events is kept as rows while it is judged; a larger one is read again when it is stored. */
const mostKept = 2_000
/** More reasons than these nobody reads, and a hostile document could make a hundred thousand. */
const mostReasons = 1_000

/**
 * Reads a document and judges each of its events, in the memory of a part of it. What is wrong with an event of JSON is the job's; XML is judged as a whole
 * where it is to be rolled back, since the order of its elements is.
 */
export async function judgeDocument(reading: Reading): Promise<Outcome<JudgedDocument, UnfitDocument>> {
  const first = await judgeOnce(reading, undefined)
  // Members of JSON have no order: where the context stands after the events, they are judged once more, now that it is known.
  const context = first.isWithoutContext ? first.envelope?.document?.['@context'] : undefined
  const judged = context === undefined ? first : await judgeOnce(reading, context)
  const { envelope, count, rows, reasons, warnings, uris, declared } = judged
  if (envelope === null) return refuse('too-many-events', { events: count })
  const problems = isXml(reading.media) && reading.strict ? [...envelope.problems, ...judged.problems] : envelope.problems
  if (problems.length > 0) return refuse('document-refused', { problems })
  return done({
    parts: rows ? () => partsOf(rows) : () => readParts(reading, context),
    uris: [...uris],
    declared: [...declared],
    errors: reasons.told(),
    warnings: warnings.told(),
    isLarge: rows === null,
  })
}

const sourceOf = (content: Content) => (typeof content === 'string' ? [content] : content())
const judgingOf = ({ content, media, strict }: Reading, context: Context | undefined) =>
  judgeEvents(sourceOf(content), media, { strict, context, limits: ofEvent })

async function judgeOnce(reading: Reading, context: Context | undefined) {
  const events = judgingOf(reading, context)
  const uris = new Set<string>()
  const declared = new Set<string>()
  const [reasons, warnings] = [listOf('An event is not valid'), listOf('An event was mended')]
  const problems: Problem[] = []
  let rows: EventRow[] | null = []
  let count = 0
  let isWithoutContext = false
  const result = (envelope: JudgedEnvelope | null) => ({
    envelope,
    count,
    rows,
    reasons,
    warnings,
    problems,
    uris,
    declared,
    isWithoutContext: isWithoutContext && !isXml(reading.media),
  })
  for (;;) {
    const next = await events.next()
    if (next.done) return result(next.value)
    const { event, problems: wrong, warnings: mended, context: around } = next.value
    if ((count += 1) > captureLimits.events) {
      await events.return({ document: undefined, problems: [] })
      return result(null)
    }
    if (count % turn === 0) await nextTurn()
    isWithoutContext ||= around === undefined
    if (mended.length > 0) warnings.add(event, mended)
    if (wrong.length > 0) {
      reasons.add(event, wrong)
      if (problems.length < 100) problems.push(...wrong)
      continue
    }
    // The hash of an event costs most: where the rows are not kept it is asked for once, when they are stored.
    const row = rows !== null || event.errorDeclaration !== undefined ? eventRow(event, around) : null
    for (const uri of row?.parties ?? partiesOfEvent(event, around)) uris.add(uri)
    if (row && row.declaredAt !== '') declared.add(row.eventId)
    if (row && rows && rows.push(row) > mostKept) rows = null
  }
}

function* partsOf(rows: readonly EventRow[]) {
  for (let from = 0; from < rows.length; from += part) yield rows.slice(from, from + part)
}

async function* readParts(reading: Reading, context: Context | undefined) {
  let rows: EventRow[] = []
  for await (const { event, problems, context: around } of judgingOf(reading, context)) {
    if (problems.length === 0) rows.push(eventRow(event, around))
    if (rows.length < part) continue
    yield rows
    rows = []
  }
  if (rows.length > 0) yield rows
}

/** Problem bodies, no more than anybody reads, and how many more there were. */
function listOf(title: string) {
  const list: EpcisProblem[] = []
  let more = 0
  return {
    add(event: EpcisEvent, problems: readonly Problem[]) {
      if (list.length < mostReasons) list.push(problemOf(title, event, problems))
      else more += 1
    },
    told: (): EpcisProblem[] =>
      more === 0 ? list : [...list, { type: 'epcisException:ValidationException', title, status: 400, detail: `and ${more} more` }],
  }
}

const problemOf = (title: string, event: EpcisEvent, problems: readonly Problem[]): EpcisProblem => ({
  type: 'epcisException:ValidationException',
  title,
  status: 400,
  detail: problems
    .slice(0, 100)
    .map(({ location, message }) => `${location}: ${message}`)
    .join('; '),
  ...(typeof event?.eventID === 'string' && { instance: event.eventID }),
})
