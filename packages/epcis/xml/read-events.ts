import type { Outcome } from '@dacsan/decisions'
import type { StreamRefusal } from '../json/read-events.ts'
import { type Limits, defaultLimits } from '../limits.ts'
import type { EpcisEvent } from '../model.ts'
import { textPieces } from '../text-pieces.ts'
import { type XmlRefusal, pushXml } from './element.ts'
import { type XmlDocumentRefusal, documentOf } from './read-document.ts'
import { collectPrefixes } from './prefixes.ts'
import { readXmlEvent } from './read-event.ts'

/** An event of a stream, with a context of its own that declares its prefixes. It is not validated. */
export type StreamedXmlEvent = { index: number; event: EpcisEvent }

/**
 * Reads the events of an XML document or query document one by one while it arrives, in the memory of one event. A fault is the last thing that comes
 * out. Returns the document without its events.
 *
 * @example
 * const events = readXmlEvents(['<EPCISDocument><EPCISBody><EventList><ObjectEvent/></EventList></EPCISBody></EPCISDocument>'])
 * (await events.next()).value.ok // true
 */
export async function* readXmlEvents(
  source: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  limits: Limits = defaultLimits,
): AsyncGenerator<Outcome<StreamedXmlEvent, StreamRefusal<XmlRefusal | XmlDocumentRefusal>>, unknown> {
  let index = 0
  const ready: StreamedXmlEvent[] = []
  const parser = pushXml(
    {
      leave: (element, path) => {
        const list = path.findLastIndex(({ name }) => name === 'EventList')
        // EPCIS 1.x wraps newer types into an extension inside the list.
        if (list < 0 || path.slice(list + 1).some(({ name }) => name !== 'extension') || element.name === 'extension') return true
        const prefixes = collectPrefixes(element)
        const event = readXmlEvent(element, prefixes)
        ready.push({ index, event: { '@context': prefixes.context(), ...event } as unknown as EpcisEvent })
        index += 1
        return false
      },
    },
    { limits, bareDoctype: true },
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
  const document = root.ok ? documentOf(root.value) : root
  if (document.ok) return document.value
  yield document
  return undefined
}
