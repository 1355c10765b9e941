import { type Namespaces, isFullUri, isGs1Context } from '../context.ts'
import { defaultLimits } from '../limits.ts'
import { isUri } from './formats.ts'
import { type Problem, pointer, quote } from './problem.ts'

type Members = Readonly<Record<string, unknown>>
type Report = (location: string, message: string) => void

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** What the schema cannot say about an event that it lets pass: EPCIS 2.0 sections 7.3 and 7.4. `base` is where the event stands. */
export function checkEventRules(event: Members, namespaces: Namespaces, base: string): Problem[] {
  const problems: Problem[] = []
  const report: Report = (location, message) => problems.push({ location: base + location, message })
  const type = String(event['type'])

  if (type === 'AggregationEvent' && event['parentID'] === undefined && event['action'] !== 'OBSERVE') {
    report('', `an AggregationEvent without parentID may only be OBSERVE, not ${String(event['action'])}`)
  }
  for (const list of quantityLists) if (event[list] !== undefined) checkQuantities(listOf(event[list]), `/${list}`, report)
  for (const list of epcLists) if (event[list] !== undefined) checkTwice(listOf(event[list]), `/${list}`, report)
  const disposition = event['persistentDisposition']
  if (isMembers(disposition)) {
    for (const name of ['set', 'unset']) checkTwice(listOf(disposition[name]), `/persistentDisposition/${name}`, report)
  }
  if (type.includes(':') && !isDeclared(type, namespaces)) report('/type', `the prefix of ${quote(type)} is not declared in @context`)
  checkExtensions(event, '', namespaces, report)
  return problems
}

const quantityLists = ['quantityList', 'childQuantityList', 'inputQuantityList', 'outputQuantityList']
const epcLists = ['epcList', 'childEPCs', 'inputEPCList', 'outputEPCList']

/** EPCIS 2.0 section 7.3.3.3: no unit means a count, and a count is whole; a unit without a quantity means nothing. */
function checkQuantities(elements: readonly unknown[], at: string, report: Report): void {
  elements.forEach((element, index) => {
    if (!isMembers(element)) return
    const { quantity, uom } = element
    if (quantity === undefined) {
      if (uom !== undefined) report(`${at}/${index}`, 'a uom without a quantity measures nothing')
    } else if (typeof quantity !== 'number') return
    else if (quantity <= 0) report(`${at}/${index}/quantity`, `a quantity is positive, not ${quantity}`)
    else if (uom === undefined && !Number.isInteger(quantity)) {
      report(`${at}/${index}/quantity`, `without a uom the quantity counts things and is a whole number, not ${quantity}`)
    }
  })
}

function checkTwice(values: readonly unknown[], at: string, report: Report): void {
  if (values.length < 2) return
  const seen = new Set<unknown>()
  for (const [index, value] of values.entries()) {
    if (seen.has(value)) return report(`${at}/${index}`, `${quote(value)} is listed twice`)
    seen.add(value)
  }
}

/** A prefix that the context declares, or a full URI. */
function isDeclared(name: string, namespaces: Namespaces): boolean {
  return Object.hasOwn(namespaces, name.slice(0, name.indexOf(':'))) || isFullUri(name)
}

function checkExtensions(event: Members, at: string, namespaces: Namespaces, report: Report): void {
  const check = (members: unknown, place: string) => checkNames(members, place, namespaces, report)
  check(event, at)
  check(event['ilmd'], '/ilmd')
  for (const place of ['readPoint', 'bizLocation']) {
    check(event[place], `/${place}`)
    // The schema lets any name pass here, unlike everywhere else.
    for (const name of Object.keys(isMembers(event[place]) ? event[place] : {})) {
      if (name !== 'id' && !name.includes(':'))
        report(pointer(`/${place}`, name), `${quote(name)} is not a field here; an extension needs a prefix or a full URI as its name`)
    }
  }
  check(event['errorDeclaration'], '/errorDeclaration')
  const elements = event['sensorElementList']
  if (elements === undefined) return
  listOf(elements).forEach((element, index) => {
    if (!isMembers(element)) return
    const place = `/sensorElementList/${index}`
    check(element, place)
    check(element['sensorMetadata'], `${place}/sensorMetadata`)
    listOf(element['sensorReport']).forEach((each, number) => check(each, `${place}/sensorReport/${number}`))
  })
}

function checkNames(members: unknown, place: string, namespaces: Namespaces, report: Report): void {
  if (!isMembers(members)) return
  for (const name of Object.keys(members)) {
    if (!name.includes(':')) {
      if (name === '__proto__') report(pointer(place, name), 'this name is not allowed')
      continue
    }
    const bare = name.startsWith('@') ? name.slice(1) : name
    if (!isDeclared(bare, namespaces)) report(pointer(place, name), `the prefix of ${quote(bare)} is not declared in @context`)
    const fault = faultInside(members[name], defaultLimits.depth)
    if (fault !== undefined) report(pointer(place, name), fault)
  }
}

/** Extensions may hold anything, but neither without end nor under names that later code could trip over. */
function faultInside(value: unknown, depth: number): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (depth === 0) return 'is nested too deeply'
  if (Object.hasOwn(value, '__proto__')) return 'holds a member named __proto__'
  for (const each of Object.values(value)) {
    const fault = faultInside(each, depth - 1)
    if (fault !== undefined) return fault
  }
  return undefined
}

/** Names of the standard that a context of one's own must not give another meaning: they are protected in the official one. */
const protectedTerms = new Set(
  `type id eventTime recordTime eventTimeZoneOffset eventID action bizStep disposition persistentDisposition readPoint bizLocation epcList parentID
  childEPCs inputEPCList outputEPCList quantityList childQuantityList inputQuantityList outputQuantityList quantity epcClass uom transformationID
  bizTransactionList sourceList destinationList sensorElementList ilmd errorDeclaration certificationInfo`.split(/\s+/),
)

/**
 * Checks a JSON-LD context. Nothing is ever fetched: addresses other than GS1's own for the EPCIS context are refused, and so is every
 * way to import one.
 */
export function checkContext(context: unknown, base: string): Problem[] {
  const problems: Problem[] = []
  const report: Report = (location, message) => problems.push({ location: base + location, message })
  const check = (part: unknown, at: string) => {
    if (typeof part === 'string') {
      if (!isGs1Context(part))
        report(at, `the context ${quote(part)} is not known here and is not fetched; declare the prefixes themselves`)
    } else if (isMembers(part)) checkTerms(part, at, report)
  }
  if (Array.isArray(context)) context.forEach((part, index) => check(part, `/${index}`))
  else check(context, '')
  return problems
}

function checkTerms(terms: Members, at: string, report: Report): void {
  for (const [term, meaning] of Object.entries(terms)) {
    const place = pointer(at, term)
    if (term === '@import' || term === '__proto__') report(place, `${quote(term)} is not allowed in a context`)
    else if (protectedTerms.has(term)) report(place, `${quote(term)} has its meaning from the standard`)
    else if (isMembers(meaning) && meaning['@context'] !== undefined) report(place, 'a context inside a context is not allowed')
    else if (!term.startsWith('@')) {
      const uri = isMembers(meaning) ? (meaning['@id'] ?? 'urn:x') : meaning
      if (typeof uri !== 'string' || !isUri(uri)) report(place, `the prefix ${quote(term)} must stand for a URI`)
    }
  }
}
