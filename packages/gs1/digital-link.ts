import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { ruleBetween, ruleOf } from './dictionary.ts'
import type { AiRule } from './dictionary.ts'
import { associationFault, faultOf } from './element.ts'
import type { AssociationRefusal, Element, ElementRefusal } from './element.ts'
import { percentDecode, queryDecode } from './percent-encoding.ts'

/** What a GS1 Digital Link says. */
export type DigitalLink = {
  /** The primary key: what is identified. */
  key: Element
  /** What narrows it down (variant, lot, serial, …), in the order that the standard fixes for this key. */
  qualifiers: readonly Element[]
  /** Data attributes behind the `?`, in the order given. */
  attributes: readonly Element[]
  /** Query parameters that are not an AI (linkType, utm_…): not part of the identity, passed on when redirecting. */
  parameters: readonly (readonly [name: string, value: string])[]
}

/** Why a text is not a GS1 Digital Link. `position` counts from 0 in the text; inside `reason` it counts in the value of that AI. */
export type DigitalLinkRefusal =
  | { code: 'link-scheme' }
  | { code: 'link-host' }
  | { code: 'link-characters'; position: number }
  | { code: 'link-encoding'; part: string }
  | { code: 'link-no-key' }
  | { code: 'link-value'; ai: string; reason: ElementRefusal }
  | { code: 'link-qualifiers'; given: readonly string[] }
  | { code: 'link-attribute-unknown'; ai: string }
  | { code: 'link-attribute-twice'; ai: string }
  | { code: 'link-attribute-in-path'; ai: string }
  | { code: 'link-attribute-not-allowed'; ai: string }
  | AssociationRefusal

/** All of them lower or all upper case: the standard knows no mixture. */
const schemes = ['https://', 'http://', 'HTTPS://', 'HTTP://']
const foreignToUris = /[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]/
const hostName = /^[A-Za-z0-9\-.:[\]]+$/

/**
 * Reads a GS1 Digital Link URI: uncompressed, any host, any path stem, every primary key. The right-most possible primary key wins, as the stem
 * may look like one. Never throws. Source: GS1 Digital Link URI Syntax 1.6, section 4, with the GS1 Syntax Dictionary.
 *
 * @example parseDigitalLink('https://id.example.vn/01/08938501234568/10/A1%2FB?17=271231&linkType=gs1:pip')
 * // { ok: true, value: { key: { ai: '01', value: '08938501234568' }, qualifiers: [{ ai: '10', value: 'A1/B' }], attributes: [{ ai: '17', value: '271231' }], parameters: [['linkType', 'gs1:pip']] } }
 * @example parseDigitalLink('https://id.example.vn/414/8938501234567')
 * // { ok: false, refusal: { code: 'link-value', ai: '414', reason: { code: 'element-rule', rule: 'csum', position: 12 } } }
 */
export function parseDigitalLink(uri: string): Outcome<DigitalLink, DigitalLinkRefusal> {
  const scheme = schemes.find((candidate) => uri.startsWith(candidate))
  if (scheme === undefined) return refuse('link-scheme')
  const foreign = uri.search(foreignToUris)
  if (foreign >= 0) return refuse('link-characters', { position: foreign })
  const hash = uri.indexOf('#')
  const text = hash < 0 ? uri : uri.slice(0, hash)
  const question = text.indexOf('?')
  const pathEnd = question < 0 ? text.length : question
  const pathStart = text.indexOf('/', scheme.length)
  if (pathStart < 0 || pathStart > pathEnd || !hostName.test(text.slice(scheme.length, pathStart))) return refuse('link-host')

  const path = readPath(text, pathStart, pathEnd)
  if (!path) return refuse('link-no-key')
  const elements: Element[] = []
  for (const [place, rule] of path.rules.entries()) {
    const part = path.values[place]!
    const value = percentDecode(part)
    if (value === undefined) return refuse('link-encoding', { part })
    const reason = faultOf(rule, value)
    if (reason) return refuse('link-value', { ai: rule.ai, reason })
    elements.push({ ai: rule.ai, value })
  }
  const qualifiers = elements.slice(1)
  if (!path.rules[0]!.sequences!.some((order) => isPartOf(order, path.rules)))
    return refuse('link-qualifiers', { given: qualifiers.map(({ ai }) => ai) })
  const link: DigitalLink = { key: elements[0]!, qualifiers, attributes: [], parameters: [] }
  const read = question < 0 ? done(link) : readQuery(link, path.rules, text.slice(question + 1))
  if (!read.ok) return read
  const { attributes } = read.value
  if (attributes.length === 0) return associationFault(path.rules, elements) ?? read
  return associationFault([...path.rules, ...attributes.map(({ ai }) => ruleOf(ai)!)], [...elements, ...attributes]) ?? read
}

type Path = { rules: AiRule[]; values: string[] }

/** Goes back from the end, pair by pair, to the first AI that is a primary key. A segment that is not an AI ends the search. */
function readPath(text: string, start: number, end: number): Path | undefined {
  const rules: AiRule[] = []
  const values: string[] = []
  for (let after = end; ;) {
    const valueSlash = text.lastIndexOf('/', after - 1)
    const aiSlash = text.lastIndexOf('/', valueSlash - 1)
    if (aiSlash < start || valueSlash <= start) return undefined
    const rule = ruleBetween(text, aiSlash + 1, valueSlash)
    if (!rule) return undefined
    rules.push(rule)
    values.push(text.slice(valueSlash + 1, after))
    if (rule.sequences) return { rules: rules.toReversed(), values: values.toReversed() }
    after = aiSlash
  }
}

/** Whether what follows the key in a path keeps to an order, some left out. */
function isPartOf(order: readonly string[], path: readonly AiRule[]): boolean {
  let next = 0
  for (let place = 1; place < path.length; place += 1) {
    next = order.indexOf(path[place]!.ai, next) + 1
    if (next === 0) return false
  }
  return true
}

function readQuery(link: DigitalLink, path: readonly AiRule[], query: string): Outcome<DigitalLink, DigitalLinkRefusal> {
  const attributes: Element[] = []
  const parameters: [string, string][] = []
  for (const part of query.split('&')) {
    if (part === '') continue
    const equals = part.indexOf('=')
    if (equals <= 0 || !isDigits(part, equals)) {
      parameters.push(readParameter(part, equals))
      continue
    }
    const ai = part.slice(0, equals)
    const rule = ruleBetween(part, 0, equals)
    if (!rule) return refuse('link-attribute-unknown', { ai })
    if (attributes.some((other) => other.ai === ai) || path.some((other) => other.ai === ai)) return refuse('link-attribute-twice', { ai })
    if (belongsInPath(ai, path)) return refuse('link-attribute-in-path', { ai })
    if (!rule.attribute) return refuse('link-attribute-not-allowed', { ai })
    const value = queryDecode(part.slice(equals + 1))
    if (value === undefined) return refuse('link-encoding', { part })
    const reason = faultOf(rule, value)
    if (reason) return refuse('link-value', { ai, reason })
    attributes.push({ ai, value })
  }
  return done({ ...link, attributes, parameters })
}

/** A parameter of others is theirs to judge: what cannot be decoded is kept as it came. */
function readParameter(part: string, equals: number): [string, string] {
  const name = equals < 0 ? part : part.slice(0, equals)
  const value = equals < 0 ? '' : part.slice(equals + 1)
  return [queryDecode(name) ?? name, queryDecode(value) ?? value]
}

/** Whether an AI, put among those of the path, would make an allowed row of qualifiers. */
function belongsInPath(ai: string, path: readonly AiRule[]): boolean {
  return path[0]!.sequences!.some((order) => order.includes(ai) && isPartOf(order, path))
}

function isDigits(text: string, end: number): boolean {
  for (let place = 0; place < end; place += 1) {
    const code = text.charCodeAt(place)
    if (code < 48 || code > 57) return false
  }
  return true
}
