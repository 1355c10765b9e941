import type { Outcome } from '@dacsan/decisions'
import type { StreamRefusal } from '../json/read-events.ts'
import { type Limits, defaultLimits } from '../limits.ts'
import type { EpcisEvent } from '../model.ts'
import { textPieces } from '../text-pieces.ts'
import { type XmlElement, type XmlOptions, type XmlRefusal, pushXml } from './element.ts'
import { type XmlDocumentRefusal, documentOf } from './read-document.ts'
import { collectPrefixes } from './prefixes.ts'
import { readXmlEvent } from './read-event.ts'

/** An event of a stream, with a context of its own that declares its prefixes. It is not validated. */
export type StreamedXmlEvent = { index: number; event: EpcisEvent }

type Source = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>
type Fault = StreamRefusal<XmlRefusal | XmlDocumentRefusal>

/** What is made of each event's element while the document arrives, and at the end the root without its events. A fault is the last thing that comes out. */
export async function* eachXmlEvent<Made>(
  source: Source,
  make: (element: XmlElement, index: number) => Made,
  options: XmlOptions,
): AsyncGenerator<Outcome<Made, Fault>, XmlElement | undefined> {
  let index = 0
  const ready: Made[] = []
  const parser = pushXml(
    {
      leave: (element, path) => {
        const list = path.findLastIndex(({ name }) => name === 'EventList')
        // EPCIS 1.x wraps newer types into an extension inside the list.
        if (list < 0 || path.slice(list + 1).some(({ name }) => name !== 'extension') || element.name === 'extension') return true
        ready.push(make(element, index))
        index += 1
        return false
      },
    },
    options,
  )
  for await (const piece of textPieces(source)) {
    const written = piece.ok ? parser.write(piece.value) : piece
    for (const value of ready.splice(0)) yield { ok: true, value }
    if (!written.ok) {
      yield written
      return undefined
    }
  }
  const root = parser.close()
  if (root.ok) return root.value
  yield root
  return undefined
}

/** An event of XML in the shape of the JSON form. */
export function eventOfElement(element: XmlElement): EpcisEvent {
  const prefixes = collectPrefixes(element)
  const event = readXmlEvent(element, prefixes)
  return { '@context': prefixes.context(), ...event } as unknown as EpcisEvent
}

/**
 * Reads the events of an XML document or query document one by one while it arrives, in the memory of one event. A fault is the last thing that comes
 * out. Returns the document without its events.
 *
 * @example
 * const events = readXmlEvents(['<EPCISDocument><EPCISBody><EventList><ObjectEvent/></EventList></EPCISBody></EPCISDocument>'])
 * (await events.next()).value.ok // true
 */
export async function* readXmlEvents(
  source: Source,
  limits: Limits = defaultLimits,
): AsyncGenerator<Outcome<StreamedXmlEvent, Fault>, unknown> {
  const make = (element: XmlElement, index: number): StreamedXmlEvent => ({ index, event: eventOfElement(element) })
  const root = yield* eachXmlEvent(source, make, { limits, bareDoctype: true })
  if (!root) return undefined
  const document = documentOf(root)
  if (document.ok) return document.value
  yield document
  return undefined
}
