import type { SchemaError } from './event-schema.generated.js'
import { type Problem, pointer, quote } from './problem.ts'

type Group = { path: string; errors: SchemaError[] }

const isComposite = new Set(['anyOf', 'allOf', 'oneOf', 'if'])

const neither = (what: string) => `is neither ${what} nor a URI of your own`

/** What stands at a place, for a sentence: the schema itself does not know why it has its branches. */
const places: readonly (readonly [place: RegExp, sentence: string])[] = [
  [/\/bizStep$/, neither('a business step of CBV 2.0')],
  [/\/(?:disposition|persistentDisposition\/(?:un)?set\/\d+)$/, neither('a disposition of CBV 2.0')],
  [/\/bizTransactionList\/\d+\/type$/, neither('a business transaction type of CBV 2.0')],
  [/\/(?:source|destination)List\/\d+\/type$/, neither('a source or destination type of CBV 2.0')],
  [/\/errorDeclaration\/reason$/, neither('an error reason of CBV 2.0')],
  [/\/sensorReport\/\d+\/type$/, neither('a measurement type of the GS1 Web Vocabulary')],
  [/\/sensorReport\/\d+\/exception$/, neither('a sensor alert of the GS1 Web Vocabulary')],
  [/\/sensorReport\/\d+\/component$/, neither('a component of CBV 2.0')],
  [/\/action$/, 'must be ADD, OBSERVE or DELETE'],
  [/\/schemaVersion$/, 'is not a version such as 2.0'],
  [/\/hexBinaryValue$/, 'must consist of hexadecimal digits'],
  [/QuantityList\/\d+\/uom$|quantityList\/\d+\/uom$/, 'is not a unit of UN/ECE Recommendation 20, such as KGM'],
  [/\/eventTimeZoneOffset$/, 'is not an offset such as +07:00'],
]

const needs: Readonly<Record<string, string>> = {
  ObjectEvent: 'an ObjectEvent needs epcList, quantityList, or sensorElementList with a readPoint',
  AggregationEvent: 'an AggregationEvent needs childEPCs or childQuantityList unless its action is DELETE',
  TransactionEvent: 'a TransactionEvent needs epcList or quantityList unless its action is DELETE',
  TransformationEvent: 'a TransformationEvent needs inputs and outputs, or a transformationID and one of them',
  AssociationEvent: 'an AssociationEvent needs childEPCs or childQuantityList unless its action is DELETE',
}

/**
 * Turns what the compiled schema found into sentences, one per place. A schema with alternatives complains about every branch;
 * a person wants to hear what would have been right.
 */
export function explain(errors: readonly SchemaError[], data: unknown, base: string): Problem[] {
  const groups = new Map<string, Group>()
  for (const error of errors) {
    if (error.propertyName !== undefined && error.keyword !== 'propertyNames') continue
    const path = error.instancePath
    const group = groups.get(path) ?? { path, errors: [] }
    groups.set(path, group)
    group.errors.push(error)
  }
  const paths = [...groups.keys()]
  // Where a branch failed because of something inside, the inside is the fault.
  const isOuter = ({ path, errors: found }: Group) =>
    path !== '' && found.some(({ keyword }) => isComposite.has(keyword)) && paths.some((other) => other.startsWith(`${path}/`))
  const inner = [...groups.values()]
    .filter((group) => group.path !== '' && !isOuter(group))
    .flatMap((group) => explainGroup(group, valueAt(data, group.path), base))
  const root = groups.get('')
  const outer = root ? explainRoot(root, data, base, inner.length > 0) : []
  const problems = [...outer, ...inner]
  return problems.length > 0 ? problems : [{ location: base, message: 'does not follow the schema of EPCIS 2.0' }]
}

const inBranch = ({ schemaPath }: SchemaError) => /\/(?:anyOf|oneOf)\/\d+\//.test(schemaPath)

/** Names that do not belong here, and names that are missing. */
function explainNames(errors: readonly SchemaError[], location: string): Problem[] {
  const problems: Problem[] = []
  for (const { keyword, params } of errors) {
    if (keyword === 'propertyNames') {
      const name = String(params['propertyName'])
      const message = `${quote(name)} is not a field here; an extension needs a prefix or a full URI as its name`
      problems.push({ location: pointer(location, name), message })
    } else if (keyword === 'additionalProperties') {
      const name = String(params['additionalProperty'])
      problems.push({ location: pointer(location, name), message: `${quote(name)} is not a field here` })
    } else if (keyword === 'required') problems.push({ location, message: `${quote(params['missingProperty'])} is missing` })
  }
  return unique(problems)
}

/** What is wrong with the event as a whole. That no branch holds is worth saying only where nothing inside explains it. */
function explainRoot({ errors }: Group, value: unknown, base: string, explained: boolean): Problem[] {
  const problems = explainNames(
    errors.filter((error) => !inBranch(error)),
    base,
  )
  const type = (value as { type?: unknown } | null)?.type
  if (problems.length > 0 || explained || typeof type !== 'string' || !Object.hasOwn(needs, type)) return problems
  return [{ location: base, message: needs[type]! }]
}

function explainGroup({ path, errors }: Group, value: unknown, base: string): Problem[] {
  const location = base + path
  const simple = errors.filter((error) => !isComposite.has(error.keyword))
  if (simple.some((error) => error.keyword === 'not')) return [{ location, message: 'is allowed only where the action is ADD' }]
  const problems = explainNames(simple, location)
  if (problems.length > 0) return problems
  const message = sentenceFor(simple, value, location)
  return message === undefined ? [] : [{ location, message }]
}

function sentenceFor(errors: readonly SchemaError[], value: unknown, location: string): string | undefined {
  const of = (keyword: string) => errors.find((error) => error.keyword === keyword)
  if (errors.length === 0) return undefined
  const patterns = errors.flatMap(({ keyword, params }) => (keyword === 'pattern' ? [String(params['pattern'])] : []))
  // The branches of ilmd and of DELETE look at the action, which itself is right.
  if (patterns.length === errors.length && patterns.every((pattern) => /^\^(?:ADD|OBSERVE|DELETE)\$$/.test(pattern))) return undefined
  if (of('type')) {
    const wanted = errors.map((error) => error.params['type']).filter((each) => typeof each === 'string')
    return `must be ${[...new Set(wanted)].map(article).join(' or ')}`
  }
  if (
    of('pattern') &&
    !of('format') &&
    typeof value === 'string' &&
    /^(?:urn:epcglobal:cbv:|https?:\/\/(?:ns\.|www\.)?gs1\.org\/)/.test(value)
  ) {
    return `${quote(value)} is a word of the standard: in JSON it is written bare, without URN or address`
  }
  const known = places.find(([place]) => place.test(location))
  if (known) return `${quote(value)} ${known[1]}`
  const format = of('format')
  if (format?.params['format'] === 'uri') return `${quote(value)} is not a URI`
  if (format) return `${quote(value)} is not a date-time with an offset, such as 2026-03-01T18:41:03+07:00`
  if (of('minItems')) return 'must not be empty'
  return `${quote(value)} is not right here`
}

const article = (type: string) => (/^[aeio]/.test(type) ? `an ${type}` : `a ${type}`)

function unique(problems: Problem[]): Problem[] {
  const seen = new Set<string>()
  return problems.filter(({ location, message }) => {
    const key = `${location} ${message}`
    return seen.has(key) ? false : seen.add(key)
  })
}

function valueAt(data: unknown, path: string): unknown {
  let value = data
  for (const part of path.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<string, unknown>)[part.replaceAll('~1', '/').replaceAll('~0', '~')]
  }
  return value
}
