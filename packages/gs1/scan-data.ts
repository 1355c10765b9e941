import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { elementsOf } from './build-digital-link.ts'
import { ruleAt, ruleOf } from './dictionary.ts'
import type { AiRule } from './dictionary.ts'
import { parseDigitalLink } from './digital-link.ts'
import type { DigitalLinkRefusal } from './digital-link.ts'
import type { ElementStringRefusal } from './element-string.ts'
import { elementList } from './element-list.ts'
import { faultOf } from './element.ts'
import type { Element } from './element.ts'

/** What carries elements with separators, and what a scanner says before them. Source: ISO/IEC 15424; GS1 General Specifications, figure 5.1-2. */
const elementCarriers = {
  ']C1': 'GS1-128',
  ']e0': 'GS1 DataBar',
  ']d2': 'GS1 DataMatrix',
  ']Q3': 'GS1 QR Code',
  ']J1': 'GS1 DotCode',
} as const

/** What carries a plain text, such as a Digital Link. */
const textCarriers = { ']d1': 'DataMatrix', ']Q1': 'QR Code', ']J0': 'DotCode' } as const

/** What carries one item number: how many digits it shows. */
const numberCarriers = { ']E0': 13, ']E4': 8, ']I1': 14 } as const

export type ElementCarrier = keyof typeof elementCarriers
type Carrier = ElementCarrier | keyof typeof textCarriers | keyof typeof numberCarriers

/** Why scan data says nothing. `position` counts from 0 in the text given. */
export type ScanRefusal =
  | { code: 'scan-symbology'; given: string }
  | { code: 'scan-start' }
  | { code: 'scan-number'; expected: number }
  | Exclude<ElementStringRefusal, { code: 'string-bracket' }>
  | DigitalLinkRefusal

/** FNC1 as a scanner sends it, and as people write it. Neither is in any character set of a value. */
const separators = /[\u001d^]/

/**
 * Reads what a scanner sends: a symbology identifier (`]C1`, `]d2`, `]Q3`, `]e0`, `]J1` with elements; `]Q1`, `]d1`, `]J0` with a Digital Link; `]E0`,
 * `]E4`, `]I1` with an item number) and the data, where FNC1 is the control character 29; or, without an identifier, elements after a first FNC1,
 * also written `^`. Never throws. Source: GS1 General Specifications, sections 5.1 and 7.8.
 *
 * @example parseScanData(']C10108938501234568' + '10L7')
 * // { ok: true, value: [{ ai: '01', value: '08938501234568' }, { ai: '10', value: 'L7' }] }
 * @example parseScanData('^10L7^0108938501234568') // { ok: true, value: [{ ai: '10', value: 'L7' }, { ai: '01', value: '08938501234568' }] }
 * @example parseScanData(']E08938501234568') // { ok: true, value: [{ ai: '01', value: '08938501234568' }] }
 * @example parseScanData('08938501234568') // { ok: false, refusal: { code: 'scan-start' } }
 */
export function parseScanData(text: string): Outcome<Element[], ScanRefusal> {
  if (!text.startsWith(']')) return separators.test(text.charAt(0)) ? readElements(text, 1) : refuse('scan-start')
  const carrier = text.slice(0, 3) as Carrier
  if (Object.hasOwn(elementCarriers, carrier)) return readElements(text, separators.test(text.charAt(3)) ? 4 : 3)
  if (Object.hasOwn(textCarriers, carrier)) return readLink(text.slice(3))
  if (Object.hasOwn(numberCarriers, carrier)) return readNumber(text.slice(3), numberCarriers[carrier as keyof typeof numberCarriers])
  return refuse('scan-symbology', { given: carrier })
}

function readElements(text: string, from: number): Outcome<Element[], ScanRefusal> {
  const list = elementList()
  for (let at = from; at < text.length || at === from;) {
    const rule = ruleAt(text, at)
    if (!rule) return refuse('string-unknown-ai', { ai: text.slice(at, at + 4), position: at })
    const start = at + rule.ai.length
    const end = valueEnd(text, start, rule)
    const refused = list.add(rule, text.slice(start, end))
    if (refused) return refused
    // A separator after a value of predefined length is not needed, yet found.
    at = separators.test(text.charAt(end)) ? end + 1 : end
  }
  return list.finish()
}

/** The next separator, or the end; a value of predefined length may end before. */
function valueEnd(text: string, start: number, { predefined, longest }: AiRule): number {
  const last = predefined ? Math.min(text.length, start + longest) : text.length
  let end = start
  while (end < last && !separators.test(text.charAt(end))) end += 1
  return end
}

function readLink(text: string): Outcome<Element[], ScanRefusal> {
  const read = parseDigitalLink(text)
  return read.ok ? done(elementsOf(read.value)) : read
}

function readNumber(digits: string, expected: number): Outcome<Element[], ScanRefusal> {
  if (digits.length !== expected || !/^\d+$/.test(digits)) return refuse('scan-number', { expected })
  const value = digits.padStart(14, '0')
  const reason = faultOf(ruleOf('01')!, value)
  return reason ? refuse('string-value', { ai: '01', reason }) : done([{ ai: '01', value }])
}

/**
 * Writes elements as a scanner sends them: the symbology identifier, then AI and value, with control character 29 after each value of no predefined
 * length but the last. Source: GS1 General Specifications, section 7.8.
 *
 * @example formatScanData([{ ai: '10', value: 'L7' }, { ai: '01', value: '08938501234568' }], ']d2') // ']d210L7\u001d0108938501234568'
 */
export function formatScanData(elements: readonly Element[], carrier: ElementCarrier): string {
  return carrier + join(elements, '\u001d')
}

/**
 * Writes elements with `^` for FNC1, the form in which printers and the GS1 Barcode Syntax Engine take them.
 *
 * @example formatFnc1([{ ai: '10', value: 'L7' }, { ai: '01', value: '08938501234568' }]) // '^10L7^0108938501234568'
 */
export function formatFnc1(elements: readonly Element[]): string {
  return `^${join(elements, '^')}`
}

function join(elements: readonly Element[], separator: string): string {
  return elements
    .map(({ ai, value }, place) => ai + value + (place === elements.length - 1 || ruleOf(ai)?.predefined ? '' : separator))
    .join('')
}
