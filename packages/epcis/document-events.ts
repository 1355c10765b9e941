import { type Namespaces, expandName, namespacesOf } from './context.ts'
import type { Context, EpcisEvent } from './model.ts'

type Members = Readonly<Record<string, unknown>>
const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The events of a document, of a query document, or a bare event, and the context around them. Empty when it is none of these.
 *
 * @example eventsOf({ type: 'ObjectEvent', eventTime: '2026-03-01T18:41:03Z', eventTimeZoneOffset: '+07:00', action: 'ADD' }).length // 1
 * @example eventsOf({ epcisBody: {} }) // []
 */
export function eventsOf(document: unknown): readonly EpcisEvent[] {
  if (!isMembers(document)) return []
  const body = document['epcisBody']
  if (!isMembers(body)) return typeof document['type'] === 'string' && 'eventTime' in document ? [document as EpcisEvent] : []
  const results = body['queryResults']
  const holder = isMembers(results) && isMembers(results['resultsBody']) ? results['resultsBody'] : body
  if (Array.isArray(holder['eventList'])) return holder['eventList'] as EpcisEvent[]
  return isMembers(body['event']) ? [body['event'] as EpcisEvent] : []
}

/**
 * What a document says about all its events: the prefixes, and the extensions that a hash leaves out, by their universal names.
 *
 * @example surroundingsOf({ '@context': { ex: 'https://example.org/' }, 'ex:ignoreFields': ['ex:a'] }).ignored // new Set(['{https://example.org/}a'])
 */
export function surroundingsOf(document: unknown): { namespaces: Namespaces; ignored: ReadonlySet<string> } {
  if (!isMembers(document)) return { namespaces: namespacesOf(undefined), ignored: new Set() }
  const namespaces = namespacesOf(document['@context'] as Context | undefined)
  const body = isMembers(document['epcisBody']) ? document['epcisBody'] : {}
  const results = isMembers(body['queryResults']) ? body['queryResults'] : {}
  const ignored = new Set<string>()
  for (const members of [document, body, results]) {
    for (const [name, fields] of Object.entries(members)) {
      if (!name.endsWith(':ignoreFields') || !Array.isArray(fields)) continue
      for (const field of fields) if (typeof field === 'string') ignored.add(expandName(field, namespaces))
    }
  }
  return { namespaces, ignored }
}
