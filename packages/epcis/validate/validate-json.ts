import { type Namespaces, namespacesOf } from '../context.ts'
import type { Context } from '../model.ts'
import { compiled } from './event-schema.generated.js'
import { explain } from './explain.ts'
import { formats } from './formats.ts'
import { type Problem, mostProblems, quote } from './problem.ts'
import { checkContext, checkEventRules } from './rules.ts'

type Members = Readonly<Record<string, unknown>>
const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value)

const schema = compiled(formats)
const byType = {
  ObjectEvent: schema.ObjectEvent,
  AggregationEvent: schema.AggregationEvent,
  TransactionEvent: schema.TransactionEvent,
  TransformationEvent: schema.TransformationEvent,
  AssociationEvent: schema.AssociationEvent,
} as const
const isStandard = (type: string): type is keyof typeof byType => Object.hasOwn(byType, type)

/**
 * What is wrong with one event, in JSON form: the official schema, then the rules that a schema cannot say. Empty when nothing is.
 *
 * @example validateEvent({ type: 'ObjectEvent', eventTime: '2026-03-01T18:41:03Z', eventTimeZoneOffset: '+07:00', action: 'ADD', epcList: [] }) // []
 * @example validateEvent({ type: 'ObjectEvent' })[0] // { location: '', message: '"eventTime" is missing' }
 */
export function validateEvent(event: unknown, around: { namespaces?: Namespaces; location?: string } = {}): Problem[] {
  const { namespaces = namespacesOf(undefined), location = '' } = around
  if (!isMembers(event)) return [{ location, message: 'an event is an object' }]
  const { type } = event
  if (typeof type !== 'string')
    return [{ location, message: type === undefined ? '"type" is missing' : `${quote(type)} is not an event type` }]
  const check = isStandard(type) ? byType[type] : schema.ExtendedEvent
  if (!isStandard(type) && !type.includes(':')) {
    return [{ location: `${location}/type`, message: `${quote(type)} is neither one of the five event types nor a URI of your own` }]
  }
  if (!check(event)) return explain(check.errors ?? [], event, location)
  const own = event['@context']
  if (own === undefined) return checkEventRules(event, namespaces, location)
  return [...checkContext(own, `${location}/@context`), ...checkEventRules(event, namespacesOf(own as Context, namespaces), location)]
}

/** What one can ask to have validated. */
export type DocumentKind = 'EPCISDocument' | 'EPCISQueryDocument' | 'event'

/**
 * What is wrong with a parsed JSON document: its envelope, its context, each of its events. At most 100 problems; empty when it is valid.
 * A bare event needs a context of its own.
 *
 * @example validateDocument({ type: 'EPCISDocument' }, 'EPCISDocument').length > 0 // true
 */
export function validateDocument(document: unknown, kind: DocumentKind): Problem[] {
  if (!isMembers(document)) return [{ location: '', message: 'the document is not an object' }]
  if (kind === 'event') {
    const missing = document['@context'] === undefined ? [{ location: '', message: '"@context" is missing' }] : []
    return [...missing, ...validateEvent(document)].slice(0, mostProblems)
  }
  if (document['type'] !== kind) return [{ location: '/type', message: `the type must be "${kind}", not ${quote(document['type'])}` }]
  const check = kind === 'EPCISDocument' ? schema.EPCISDocument : schema.EPCISQueryDocument
  const problems = check(document) ? [] : explain(check.errors ?? [], document, '')
  problems.push(...checkContext(document['@context'], '/@context'), ...checkNames(document))
  const namespaces = namespacesOf(document['@context'] as Context | undefined)
  const { events, location } = eventList(document, kind)
  for (const [index, event] of events.entries()) {
    if (problems.length >= mostProblems) break
    problems.push(...validateEvent(event, { namespaces, location: `${location}/${index}` }))
  }
  return problems.slice(0, mostProblems)
}

function eventList(document: Members, kind: DocumentKind): { events: readonly unknown[]; location: string } {
  const member = (value: unknown, name: string) => (isMembers(value) ? value[name] : undefined)
  const body = document['epcisBody']
  const list =
    kind === 'EPCISDocument' ? member(body, 'eventList') : member(member(member(body, 'queryResults'), 'resultsBody'), 'eventList')
  const location = kind === 'EPCISDocument' ? '/epcisBody/eventList' : '/epcisBody/queryResults/resultsBody/eventList'
  return { events: Array.isArray(list) ? list : [], location }
}

const checkNames = (document: Members): Problem[] =>
  Object.hasOwn(document, '__proto__') ? [{ location: '/__proto__', message: 'this name is not allowed' }] : []
