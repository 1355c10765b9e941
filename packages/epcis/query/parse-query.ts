import { type Outcome, done } from '@dacsan/decisions'
import { type Namespaces, namespacesOf, standardNamespaces } from '../context.ts'
import type { Context } from '../model.ts'
import { checkContext } from '../validate/rules.ts'
import type { Given } from './given.ts'
import { count, extensionName, findParameter, oneText } from './parameters.ts'
import type { Condition, EventQuery, Order, QueryProblem, QueryRefusal } from './query.ts'

const longestName = 1000
/** GS1's schema of queries, which partners name where a context would stand. It declares no prefix. */
const ownSchema =
  /^https:\/\/(?:ref\.gs1\.org\/standards\/epcis\/(?:[\d.]+\/)?|gs1\.github\.io\/EPCIS\/REST%20Bindings\/)query-schema\.json$/

function withoutOwnSchema(context: unknown): unknown {
  return [context].flat().filter((part) => typeof part !== 'string' || !ownSchema.test(part))
}

const refused = (problems: readonly QueryProblem[]): { ok: false; refusal: QueryRefusal } => ({
  ok: false,
  refusal: { code: 'query-parameters', type: 'epcisException:QueryParameterException', problems },
})

function build(given: readonly (readonly [name: string, value: Given])[], namespaces: Namespaces): Outcome<EventQuery, QueryRefusal> {
  const problems: QueryProblem[] = []
  const conditions: Condition[] = []
  const rest: { orderBy?: Order['by']; direction?: Order['direction']; eventCountLimit?: number; maxEventCount?: number } = {}
  const seen = new Set<string>()
  for (const [parameter, value] of given) {
    const problem = (reason: string) => problems.push({ parameter: parameter.slice(0, 200), reason })
    if (seen.has(parameter)) problem('is given twice')
    seen.add(parameter)
    if (parameter === 'orderBy') {
      const by = orderField(value, namespaces)
      if (by === undefined) problem('eventTime, recordTime or an extension field is expected')
      else rest.orderBy = by
    } else if (parameter === 'orderDirection') {
      const read = oneText(value)
      if ('value' in read && (read.value === 'ASC' || read.value === 'DESC')) rest.direction = read.value
      else problem('ASC or DESC is expected')
    } else if (parameter === 'eventCountLimit' || parameter === 'maxEventCount') {
      const read = count(value)
      if ('reason' in read) problem(read.reason)
      else rest[parameter] = read.value
    } else {
      const known = parameter.length > longestName ? undefined : findParameter(parameter, namespaces)
      const read = known?.(value, namespaces)
      if (read === undefined) problem('is not a parameter of SimpleEventQuery')
      else if ('reason' in read) problem(read.reason)
      else if (read.value !== undefined) conditions.push(read.value)
    }
    if (problems.length >= 100) break
  }
  if (seen.has('eventCountLimit') && seen.has('maxEventCount')) {
    problems.push({ parameter: 'eventCountLimit', reason: 'it and maxEventCount exclude each other' })
  } else if (seen.has('eventCountLimit') && !seen.has('orderBy')) {
    problems.push({ parameter: 'eventCountLimit', reason: 'the first of which order? It needs orderBy' })
  }
  if (problems.length > 0) return refused(problems)
  const { orderBy, direction = 'DESC', eventCountLimit, maxEventCount } = rest
  return done({
    conditions,
    ...(orderBy === undefined ? {} : { orderBy: { by: orderBy, direction } }),
    ...(eventCountLimit === undefined ? {} : { eventCountLimit }),
    ...(maxEventCount === undefined ? {} : { maxEventCount }),
  })
}

function orderField(given: Given, namespaces: Namespaces): Order['by'] | undefined {
  const read = oneText(given)
  if ('reason' in read) return undefined
  if (read.value === 'eventTime' || read.value === 'recordTime') return read.value
  const name = extensionName(read.value, namespaces)
  return name === undefined ? undefined : { place: 'event', inner: false, name }
}

/**
 * Reads a query in JSON form, as in the `query` of a named query. `@context` declares the prefixes of extension fields.
 * Every parameter that does not hold is named with its reason: one `epcisException:QueryParameterException`.
 *
 * @example parseQuery({ EQ_action: ['ADD'] }) // { ok: true, value: { conditions: [{ on: 'action', values: ['ADD'] }] } }
 * @example parseQuery({ EQ_action: ['MOVE'] }).ok // false
 */
export function parseQuery(query: unknown, namespaces: Namespaces = standardNamespaces): Outcome<EventQuery, QueryRefusal> {
  if (typeof query !== 'object' || query === null || Array.isArray(query))
    return refused([{ parameter: 'query', reason: 'an object is expected' }])
  const { '@context': context, ...parameters } = query as Record<string, unknown>
  const [fault] = context === undefined ? [] : checkContext(withoutOwnSchema(context), '')
  if (fault) return refused([{ parameter: '@context', reason: fault.message }])
  const given = Object.entries(parameters).map(([name, json]) => [name, { json }] as const)
  return build(given, context === undefined ? namespaces : namespacesOf(context as Context, namespaces))
}

/** What stands beside a query in an address: paging, and how a subscription is to be served. Kept as text. */
export type Beside = Partial<Record<(typeof besides)[number], string>>
const besides = [
  'perPage',
  'nextPageToken',
  'stream',
  'second',
  'minute',
  'hour',
  'dayOfMonth',
  'month',
  'dayOfWeek',
  'reportIfEmpty',
  'initialRecordTime',
] as const
const isBeside = (name: string): name is (typeof besides)[number] => (besides as readonly string[]).includes(name)

/**
 * Reads a query from a query string, with or without its question mark. Lists are joined by `|`; prefixes come from the header
 * `GS1-Extensions` (see {@link parseExtensionsHeader}). Paging and subscription parameters come back beside the query.
 *
 * @example
 * parseQueryString('EQ_bizStep=shipping%7Creceiving&perPage=10')
 * // { ok: true, value: { query: { conditions: [{ on: 'word', field: 'bizStep', values: ['https://ref.gs1.org/cbv/BizStep-shipping', 'https://ref.gs1.org/cbv/BizStep-receiving'] }] }, beside: { perPage: '10' } } }
 */
export function parseQueryString(
  text: string,
  namespaces: Namespaces = standardNamespaces,
): Outcome<{ query: EventQuery; beside: Beside }, QueryRefusal> {
  const beside: Beside = {}
  const given: [string, Given][] = []
  for (const [name, value] of new URLSearchParams(text)) {
    if (isBeside(name)) beside[name] = value
    else given.push([name, { text: value }])
  }
  const built = build(given, namespaces)
  return built.ok ? done({ query: built.value, beside }) : built
}

/**
 * The prefixes that the header `GS1-Extensions` declares: `prefix=namespaceURI`, several by comma.
 *
 * @example parseExtensionsHeader('ocop=https://example.org/ocop/, ex=http://ex.org/').ocop // 'https://example.org/ocop/'
 */
export function parseExtensionsHeader(header: string, outer: Namespaces = standardNamespaces): Namespaces {
  const names: Record<string, string> = { ...outer }
  for (const part of header.split(',')) {
    const [, prefix, namespace] = /^\s*([\p{L}_][\p{L}\p{N}._-]*)\s*=\s*(\S+)\s*$/u.exec(part) ?? []
    if (prefix !== undefined && prefix !== '__proto__') names[prefix] = namespace!
  }
  return names
}

/**
 * Reads the definition of a named query, `{ name, query }`: EPCIS 2.0 section 12.8.
 *
 * @example parseQueryDefinition({ name: 'recalls', query: { EQ_disposition: ['recalled'] } }).ok // true
 */
export function parseQueryDefinition(definition: unknown): Outcome<{ name: string; query: EventQuery }, QueryRefusal> {
  if (typeof definition !== 'object' || definition === null)
    return refused([{ parameter: 'query', reason: 'an object with name and query is expected' }])
  const { name, query, ...others } = definition as Record<string, unknown>
  if (typeof name !== 'string' || name === '') return refused([{ parameter: 'name', reason: 'a text is expected' }])
  const [other] = Object.keys(others).filter((member) => member !== '@context')
  if (other !== undefined) return refused([{ parameter: other.slice(0, 200), reason: 'is not part of a query definition' }])
  const parsed = parseQuery(query)
  return parsed.ok ? done({ name, query: parsed.value }) : parsed
}
