import { hash as digest } from 'node:crypto'
import { expandCurie, namespacesOf, webUri } from '@dacsan/epcis'
import type { Context, EpcisEvent, Namespaces, Vocabulary } from '@dacsan/epcis'
import { canonicalIdentifier, eventHash } from '@dacsan/epcis/hash'

/** As what an event names a thing: the fields that EPCs and EPC classes stand in (EPCIS 2.0 section 7.4). */
export const thingFields = {
  epcList: 'epc',
  childEPCs: 'child',
  parentID: 'parent',
  inputEPCList: 'input',
  outputEPCList: 'output',
  quantityList: 'class',
  childQuantityList: 'child-class',
  inputQuantityList: 'input-class',
  outputQuantityList: 'output-class',
} as const
export type ThingRole = (typeof thingFields)[keyof typeof thingFields]

/** An event as its tables hold it: what is asked for in columns of one spelling, and the event itself. */
export type EventRow = {
  eventId: string
  declaredAt: string
  hash: string
  eventTime: Date
  type: string
  action: string | null
  bizStep: string | null
  disposition: string | null
  readPoint: string | null
  bizLocation: string | null
  transformationId: string | null
  document: string
  things: { role: ThingRole; thing: string }[]
  parties: string[]
}

/** That of Node, faster than one in JavaScript. */
const sha256 = (text: string) => digest('sha256', text)

type Members = Readonly<Record<string, unknown>>
const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Members)[name] : undefined

/** The columns of a valid event; without an eventID it gets its Event Hash ID (CBV 2.0), so that the same event is always the same. */
export function eventRow(event: EpcisEvent, context: Context | undefined): EventRow {
  const own = { ...event, ...withContext(event, context) } as EpcisEvent
  const namespaces = namespacesOf(own['@context'] as Context | undefined)
  const hash = eventHash(own, { namespaces }, sha256)
  const given = event.eventID ?? hash
  const identifier = (value: unknown) => (typeof value === 'string' ? canonicalIdentifier(expandCurie(value, namespaces)) : null)
  const word = (vocabulary: Vocabulary, value: unknown) =>
    typeof value === 'string' ? expandCurie(webUri(vocabulary, value), namespaces) : null
  const members = event as Members
  return {
    eventId: identifier(given)!,
    declaredAt: event.errorDeclaration?.declarationTime ?? '',
    hash,
    eventTime: new Date(event.eventTime),
    type: expandCurie(event.type, namespaces),
    action: typeof members['action'] === 'string' ? members['action'] : null,
    bizStep: word('bizStep', event.bizStep),
    disposition: word('disposition', event.disposition),
    readPoint: identifier(event.readPoint?.id),
    bizLocation: identifier(event.bizLocation?.id),
    transformationId: identifier(members['transformationID']),
    document: JSON.stringify({ ...own, eventID: given }),
    things: thingsOf(members, namespaces),
    parties: partiesOf(event, namespaces),
  }
}

/** Whom and where an event names, without the rest of its row. */
export const partiesOfEvent = (event: EpcisEvent, context: Context | undefined): string[] =>
  partiesOf(event, namespacesOf(withContext(event, context)['@context']))

/** An event that is answered alone says itself what its prefixes mean. */
function withContext(event: EpcisEvent, context: Context | undefined): { '@context'?: Context } {
  const parts = [context, event['@context']].flat().filter((part) => typeof part === 'object')
  return parts.length === 0 ? { '@context': undefined } : { '@context': parts as Context }
}

function thingsOf(event: Members, namespaces: Namespaces): EventRow['things'] {
  const found = new Map<string, { role: ThingRole; thing: string }>()
  for (const [field, role] of Object.entries(thingFields)) {
    for (const value of [event[field]].flat()) {
      const named = typeof value === 'string' ? value : member(value, 'epcClass')
      if (typeof named !== 'string') continue
      const thing = canonicalIdentifier(expandCurie(named, namespaces))
      found.set(`${role} ${thing}`, { role, thing })
    }
  }
  return [...found.values()]
}

/** Whom and where an event names: between whom the goods went, and where it was. A GLN with an extension is a room of the place with that GLN. */
function partiesOf({ sourceList = [], destinationList = [], readPoint, bizLocation }: EpcisEvent, namespaces: Namespaces): string[] {
  const named = [
    ...sourceList.map(({ source }) => source),
    ...destinationList.map(({ destination }) => destination),
    readPoint?.id,
    bizLocation?.id,
  ].filter((value) => typeof value === 'string')
  const parties = named.map((value) => canonicalIdentifier(expandCurie(value, namespaces)))
  return [...new Set(parties.flatMap((party) => [party, party.replace(gln254, '$1')]))]
}
const gln254 = /^(https:\/\/id\.gs1\.org\/414\/\d{13})\/254\/.*$/
