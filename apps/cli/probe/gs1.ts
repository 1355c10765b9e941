import { done } from '@dacsan/decisions'
import {
  canonicalDigitalLink,
  digitalLinkToEpc,
  elementsOf,
  epcToDigitalLink,
  formatElementString,
  hriLines,
  linkOfElements,
  parseDigitalLink,
  parseElementString,
} from '@dacsan/gs1'
import { z } from 'zod'
import { type Operation, operation } from './operation.ts'

/** Parts behind the `?` that are not an AI, undecoded, as they came. */
function ignoredIn(uri: string): string[] {
  const [, query = ''] = uri.split('#', 1)[0]!.split(/\?(.*)/s)
  return query.split('&').filter((part) => part !== '' && !/^\d+=/.test(part))
}

/** What the probe can be asked about @dacsan/gs1. */
export const gs1Operations: Readonly<Record<string, Operation>> = {
  'dl.parse': operation(z.object({ uri: z.string() }), ({ uri }) => {
    const read = parseDigitalLink(uri)
    if (!read.ok) return read
    const elementString = formatElementString(elementsOf(read.value))
    return done({ elementString, canonical: canonicalDigitalLink(read.value), ignored: ignoredIn(uri) })
  }),
  'ai.parse': operation(z.object({ elementString: z.string() }), ({ elementString }) => {
    const read = parseElementString(elementString)
    if (!read.ok) return read
    const link = linkOfElements(read.value)
    return done({ canonical: link.ok ? canonicalDigitalLink(link.value) : null, hri: hriLines(read.value) })
  }),
  'epc.toDl': operation(z.object({ urn: z.string() }), ({ urn }) => {
    const read = epcToDigitalLink(urn)
    return read.ok ? done({ dl: read.value }) : read
  }),
  'epc.fromDl': operation(z.object({ dl: z.string(), gcpLength: z.number() }), ({ dl, gcpLength }) => {
    const read = digitalLinkToEpc(dl, gcpLength)
    return read.ok ? done({ urn: read.value }) : read
  }),
}
