import { isDateTime, isUri } from '../validate/formats.ts'
import { quote } from '../validate/problem.ts'
import type { XmlElement } from './element.ts'
import type { SensorAttribute } from './event-fields.ts'

// What the grammars of documents and events are made of: sequences of elements, texts, attributes, each telling what is wrong with it.

/** Tells what is wrong at an element. */
export type Report = (at: XmlElement, message: string) => void
/** Checks an element from inside. */
export type Check = (element: XmlElement, report: Report) => void

type Part = { name: string; check: Check; required?: boolean; many?: boolean }

/** Inner elements have no namespace, extensions one of their own: the namespaces of EPCIS itself belong to the root and to messages only. */
export const isOwn = (element: XmlElement) => element.namespace !== '' && !element.namespace.startsWith('urn:epcglobal:epcis')
export const isPlain = (element: XmlElement) => element.namespace === ''
export const tag = (element: XmlElement) => `<${element.prefix === '' ? '' : `${element.prefix}:`}${element.name}>`

/** Children in this order, and after them elements of other namespaces where those may stand. */
export function sequence(parts: readonly Part[], { open = false }: { open?: boolean } = {}): Check {
  const places = new Map(parts.map((part, index) => [part.name, index]))
  return (element, report) => {
    if (element.text.trim() !== '') report(element, `text does not belong directly into ${tag(element)}`)
    const seen = new Set<string>()
    let reached = 0
    let own = false
    for (const child of element.children) {
      if (isOwn(child)) {
        if (!open) report(child, `${tag(child)} does not belong into ${tag(element)}`)
        own = true
        continue
      }
      const place = isPlain(child) ? places.get(child.name) : undefined
      const part = place === undefined ? undefined : parts[place]
      if (part === undefined || place === undefined) report(child, `${tag(child)} is not known in ${tag(element)}`)
      else if (seen.has(child.name) && !part.many) report(child, `${tag(child)} stands in ${tag(element)} twice`)
      else if (place < reached || own) {
        report(
          child,
          `${tag(child)} comes too late in ${tag(element)}: it belongs before ${own ? 'extensions' : `<${parts[reached]!.name}>`}`,
        )
      } else part.check(child, report)
      seen.add(child.name)
      reached = Math.max(reached, place ?? 0)
    }
    for (const { name, required } of parts) if (required && !seen.has(name)) report(element, `<${name}> is missing in ${tag(element)}`)
  }
}

/** No URI, time or number is longer. */
const longestValue = 16_384

export const leaf =
  (fault: (text: string) => string | undefined): Check =>
  (element, report) => {
    if (element.children.length > 0) return report(element.children[0]!, `${tag(element)} holds text, no elements`)
    const value = element.text.trim()
    const problem = value.length > longestValue && fault !== faults.text ? 'the text is too long' : fault(value)
    if (problem !== undefined) report(element, `in ${tag(element)}: ${problem}`)
  }

export const faults = {
  time: (text: string) =>
    isDateTime(text) ? undefined : `${quote(text)} is not a date-time with an offset, such as 2026-03-01T18:41:03+07:00`,
  uri: (text: string) => (isUri(text) ? undefined : text === '' ? 'a URI is missing' : `${quote(text)} is not a URI`),
  number: (text: string) =>
    /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)
      ? undefined
      : text === ''
        ? 'a number is missing'
        : `${quote(text)} is not a number`,
  decimal: (text: string) => (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text) ? undefined : `${quote(text)} is not a decimal number`),
  boolean: (text: string) => (/^(?:true|false|1|0)$/.test(text) ? undefined : `${quote(text)} is neither true nor false`),
  hex: (text: string) => (/^(?:[0-9A-Fa-f]{2})*$/.test(text) ? undefined : `${quote(text)} is not hexadecimal`),
  offset: (text: string) =>
    /^[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00)$/.test(text) ? undefined : `${quote(text)} is not an offset such as +07:00`,
  action: (text: string) => (/^(?:ADD|OBSERVE|DELETE)$/.test(text) ? undefined : `${quote(text)} is none of ADD, OBSERVE, DELETE`),
  text: () => undefined,
}

export const uri = leaf(faults.uri)
export const text = leaf(faults.text)
export const many = (name: string, check: Check): Check => sequence([{ name, check, many: true }])
export const some = (name: string, check: Check): Check => sequence([{ name, check, many: true, required: true }])

export const typed =
  (required: boolean): Check =>
  (element, report) => {
    uri(element, report)
    const type = element.attributes.find(({ name, namespace }) => name === 'type' && namespace === '')
    if (type === undefined) {
      if (required) report(element, `${tag(element)} needs an attribute type`)
      return
    }
    const problem = faults.uri(type.value.trim())
    if (problem !== undefined) report(element, `in the attribute type of ${tag(element)}: ${problem}`)
  }

export const attributesOf =
  (known: Readonly<Record<string, SensorAttribute>>, oneOf: readonly string[]): Check =>
  (element, report) => {
    if (element.children.length > 0) report(element.children[0]!, `${tag(element)} has attributes, no elements`)
    for (const { name, namespace, value } of element.attributes) {
      if (namespace !== '') continue
      const kind = Object.hasOwn(known, name) ? known[name]! : undefined
      if (kind === undefined) {
        report(element, `the attribute ${name} is not known in ${tag(element)}`)
        continue
      }
      const fault = faults[typeof kind === 'object' ? 'uri' : kind]
      const problem = value.length > longestValue && kind !== 'text' ? 'the text is too long' : fault(value.trim())
      if (problem !== undefined) report(element, `in the attribute ${name} of ${tag(element)}: ${problem}`)
    }
    if (oneOf.length > 0 && !element.attributes.some(({ name, namespace }) => namespace === '' && oneOf.includes(name)))
      report(element, `${tag(element)} needs an attribute ${oneOf.join(' or ')}`)
  }

export const anything: Check = () => {}
