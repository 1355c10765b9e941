import { namespacesOf } from '../context.ts'
import type { Limits } from '../limits.ts'
import { type XmlElement, parseXml, xmlRefusalText } from '../xml/element.ts'
import { checkRootAttributes, roots } from '../xml/document-grammar.ts'
import { eventChecks } from '../xml/event-grammar.ts'
import { collectPrefixes } from '../xml/prefixes.ts'
import { readXmlEvent } from '../xml/read-event.ts'
import { type Problem, mostProblems } from './problem.ts'
import { checkContext } from './rules.ts'
import { type DocumentKind, validateEvent } from './validate-json.ts'

const eventNamespace = 'urn:epcglobal:epcis:xsd:2'

/**
 * What is wrong with an XML document: its syntax, the order and content of its elements, then the rules that hold for events of either form.
 * Places are `line:column`. A document type declaration, entities of one's own and endless nesting are refused before anything is read.
 * At most 100 problems; empty when it is valid.
 *
 * @example validateXml('<a>', 'EPCISDocument').map((problem) => problem.location) // ['1:3']
 */
export function validateXml(text: string, kind: DocumentKind, limits?: Limits): Problem[] {
  const parsed = parseXml(text, limits ? { limits } : {})
  if (!parsed.ok) return [{ location: `${parsed.refusal.line}:${parsed.refusal.column}`, message: xmlRefusalText(parsed.refusal) }]
  const root = parsed.value
  const problems: Problem[] = []
  const report = (at: XmlElement, message: string) => {
    if (problems.length < mostProblems) problems.push({ location: `${at.line}:${at.column}`, message })
  }
  if (kind === 'event') checkBareEvent(root, report)
  else {
    const { namespace, check } = roots[kind]
    if (root.name !== kind || root.namespace !== namespace) report(root, `the root must be ${kind} in ${namespace}, not ${root.name}`)
    else {
      checkRootAttributes(root, report)
      check(root, report)
    }
  }
  if (problems.length === 0) for (const event of eventElements(root, kind)) checkMeaning(event, report)
  return problems
}

function checkBareEvent(root: XmlElement, report: (at: XmlElement, message: string) => void): void {
  const check = Object.hasOwn(eventChecks, root.name) ? eventChecks[root.name] : undefined
  if (check && root.namespace === eventNamespace) check(root, report)
  else report(root, `the root must be an event in ${eventNamespace}`)
}

export function eventElements(root: XmlElement, kind: DocumentKind): readonly XmlElement[] {
  if (kind === 'event') return [root]
  const child = (element: XmlElement | undefined, name: string) => element?.children.find((each) => each.name === name)
  const body = child(root, 'EPCISBody')
  const holder = kind === 'EPCISDocument' ? body : child(child(body, 'QueryResults'), 'resultsBody')
  return child(holder, 'EventList')?.children.filter((each) => each.namespace !== '' || Object.hasOwn(eventChecks, each.name)) ?? []
}

/** Looks at an event with the eyes of the JSON form; its fields are found again among the elements. */
export function checkMeaning(element: XmlElement, report: (at: XmlElement, message: string) => void): void {
  const prefixes = collectPrefixes(element)
  const event = readXmlEvent(element.namespace === eventNamespace ? { ...element, namespace: '' } : element, prefixes)
  const context = prefixes.context()
  for (const { message } of checkContext(context, '')) report(element, message)
  for (const { location, message } of validateEvent(event, { namespaces: namespacesOf(context) })) {
    const [, field] = location.split('/')
    const at = element.children.find((child) => child.name === field) ?? element
    const inside = location === '' ? '' : `in ${location.slice(1)}: `
    report(at, inside + message)
  }
}
