import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { ruleOf } from './dictionary.ts'
import { parseDigitalLink } from './digital-link.ts'
import type { DigitalLink } from './digital-link.ts'
import type { Element } from './element.ts'
import { percentEncode } from './percent-encoding.ts'

/** A key with what narrows it down and describes it. */
export type LinkedElements = Pick<DigitalLink, 'key'> & Partial<Pick<DigitalLink, 'qualifiers' | 'attributes'>>

const canonicalStem = 'https://id.gs1.org'

/**
 * Writes a GS1 Digital Link URI. `domain` is a host, or an address with scheme and stem; everything that is not unreserved is percent-encoded.
 * Values must have passed their checks and qualifiers stand in the order of the standard; anything else throws a RangeError.
 * Source: GS1 Digital Link URI Syntax 1.6, section 4.
 *
 * @example buildDigitalLink({ domain: 'id.example.vn', key: { ai: '01', value: '08938501234568' }, qualifiers: [{ ai: '10', value: 'A1/B' }] })
 * // 'https://id.example.vn/01/08938501234568/10/A1%2FB'
 */
export function buildDigitalLink({ domain, ...elements }: { domain: string } & LinkedElements): string {
  const stem = (domain.includes('://') ? domain : `https://${domain}`).replace(/\/+$/, '')
  const uri = write(stem, elements)
  const read = parseDigitalLink(uri)
  if (!read.ok) throw new RangeError(`not a GS1 Digital Link: ${uri} (${read.refusal.code})`)
  return uri
}

/**
 * The one form of a link that everyone writes alike: GS1's own resolver as the host, no stem, no parameters of others; attributes of predefined
 * length first, as the GS1 Barcode Syntax Engine orders them. Source: GS1 Digital Link URI Syntax 1.6, section 4.12.
 *
 * @param link what {@link parseDigitalLink} gave; its values are not checked again
 * @example canonicalDigitalLink({ key: { ai: '00', value: '006141411234567890' }, qualifiers: [], attributes: [], parameters: [] })
 * // 'https://id.gs1.org/00/006141411234567890'
 */
export function canonicalDigitalLink(link: LinkedElements): string {
  const attributes = link.attributes ?? []
  const isPredefined = ({ ai }: Element) => ruleOf(ai)?.predefined === true
  return write(canonicalStem, {
    ...link,
    attributes: [...attributes.filter(isPredefined), ...attributes.filter((element) => !isPredefined(element))],
  })
}

/** All that a link says, as elements: key, qualifiers, attributes. @example elementsOf({ key: { ai: '01', value: '08938501234568' } }) // [{ ai: '01', value: '08938501234568' }] */
export function elementsOf({ key, qualifiers = [], attributes = [] }: LinkedElements): Element[] {
  return [key, ...qualifiers, ...attributes]
}

/**
 * Arranges elements that stand on one thing as a Digital Link: the first primary key, the row of qualifiers that takes in the most of the rest,
 * and what is left as attributes. An element given twice is said once.
 *
 * @param elements checked elements, as {@link parseElementString} gives them
 * @example linkOfElements([{ ai: '10', value: 'L7' }, { ai: '01', value: '08938501234568' }])
 * // { ok: true, value: { key: { ai: '01', value: '08938501234568' }, qualifiers: [{ ai: '10', value: 'L7' }], attributes: [], parameters: [] } }
 * @example linkOfElements([{ ai: '99', value: 'A' }]) // { ok: false, refusal: { code: 'link-no-key' } }
 */
export function linkOfElements(
  elements: readonly Element[],
): Outcome<DigitalLink, { code: 'link-no-key' } | { code: 'link-attribute-not-allowed'; ai: string }> {
  const distinct = [...new Map(elements.map((element) => [element.ai, element])).values()]
  const key = distinct.find(({ ai }) => ruleOf(ai)?.sequences)
  if (!key) return refuse('link-no-key')
  const arrangements = ruleOf(key.ai)!.sequences!.map((order) => arrange(key, distinct, order))
  const [best] = arrangements.toSorted((one, other) => one.foreign.length - other.foreign.length || other.taken - one.taken)
  const [foreign] = best!.foreign
  return foreign ? refuse('link-attribute-not-allowed', { ai: foreign.ai }) : done(best!.link)
}

function arrange(key: Element, elements: readonly Element[], order: readonly string[]) {
  const qualifiers = order.flatMap((ai) => elements.filter((element) => element.ai === ai))
  const attributes = elements.filter((element) => element !== key && !qualifiers.includes(element))
  const link: DigitalLink = { key, qualifiers, attributes, parameters: [] }
  return { link, taken: qualifiers.length, foreign: attributes.filter(({ ai }) => !ruleOf(ai)?.attribute) }
}

function write(stem: string, { key, qualifiers = [], attributes = [] }: LinkedElements): string {
  let uri = stem
  for (const { ai, value } of [key, ...qualifiers]) uri += `/${ai}/${percentEncode(value)}`
  let mark = '?'
  for (const { ai, value } of attributes) {
    uri += `${mark}${ai}=${percentEncode(value)}`
    mark = '&'
  }
  return uri
}
