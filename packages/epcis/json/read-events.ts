import type { Outcome } from '@dacsan/decisions'
import { type Limits, defaultLimits } from '../limits.ts'
import type { Context, EpcisEvent } from '../model.ts'
import { type TextRefusal, textPieces } from '../text-pieces.ts'
import { eventScanner } from './event-scanner.ts'
import type { JsonRefusal } from './read-json.ts'

/** An event of a stream. It is not validated: it may be anything that stood in the list. */
export type StreamedEvent = {
  index: number
  event: EpcisEvent
  /** The context of the document, if it stood before the events; members of JSON have no order. */
  context: Context | undefined
}
export type StreamRefusal<Fault> = Fault | TextRefusal

/**
 * Reads the events of a JSON document or query document one by one while it arrives, in the memory of one event. A fault is the last thing that comes
 * out; what came before it stays said. Returns the document without its events, with everything that stood after them.
 *
 * @example
 * const events = readJsonEvents(['{"epcisBody":{"eventList":[{"type":"ObjectEvent"}]}}'])
 * (await events.next()).value // { ok: true, value: { index: 0, event: { type: 'ObjectEvent' }, context: undefined } }
 */
export async function* readJsonEvents(
  source: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  limits: Limits = defaultLimits,
): AsyncGenerator<Outcome<StreamedEvent, StreamRefusal<JsonRefusal>>, unknown> {
  const scanner = eventScanner(limits)
  let index = 0
  for await (const piece of textPieces(source)) {
    const written = piece.ok ? scanner.write(piece.value) : piece
    for (const { event, envelope } of scanner.take()) {
      const context = (envelope as { '@context'?: Context } | null)?.['@context']
      yield { ok: true, value: { index, event: event as EpcisEvent, context } }
      index += 1
    }
    if (!written.ok) {
      yield written
      return undefined
    }
  }
  const envelope = scanner.close()
  if (envelope.ok) return envelope.value
  yield envelope
  return undefined
}
