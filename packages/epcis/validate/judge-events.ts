import type { Outcome } from '@dacsan/decisions'
import { namespacesOf } from '../context.ts'
import { eventsOf } from '../document-events.ts'
import { type JsonRefusal, jsonRefusalText } from '../json/read-json.ts'
import { readJsonEvents } from '../json/read-events.ts'
import { type Limits, defaultLimits } from '../limits.ts'
import type { AnyDocument, Context, EpcisEvent } from '../model.ts'
import type { TextRefusal } from '../text-pieces.ts'
import { checkRootAttributes, roots } from '../xml/document-grammar.ts'
import { type XmlElement, xmlRefusalText } from '../xml/element.ts'
import { checkEvent } from '../xml/event-grammar.ts'
import { namedTwice } from '../xml/named-twice.ts'
import { type XmlDocumentRefusal, documentOf } from '../xml/read-document.ts'
import { eachXmlEvent, eventOfElement } from '../xml/read-events.ts'
import { type Problem, mostProblems } from './problem.ts'
import { validateDocument, validateEvent } from './validate-json.ts'
import { type Media, isXml } from './validate-text.ts'
import { checkMeaning } from './validate-xml.ts'

/** An event of a stream: what is wrong with it, and what was mended while it was read. */
export type JudgedEvent = {
  index: number
  event: EpcisEvent
  /** The context around it, as far as it was known when the event came. */
  context: Context | undefined
  problems: readonly Problem[]
  warnings: readonly Problem[]
}

/** What stands around the events, and what is wrong with it; no document where the text broke off. */
export type JudgedEnvelope = { document: AnyDocument | undefined; problems: readonly Problem[] }

export type Judging = {
  /** The context of a JSON document, where it is known to stand after the events: members of JSON have no order. */
  context?: Context | undefined
  /** Whether the elements of an event of XML must stand in their order. @default true */
  strict?: boolean
  limits?: Limits
}

type Source = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>

/**
 * Reads and judges the events of a document or query document one by one while it arrives, in the memory of one event. Returns what is wrong around them;
 * a text that breaks off is told there too, after the events before it.
 *
 * @example
 * const judged = judgeEvents(['{"type":"EPCISDocument","epcisBody":{"eventList":[{"type":"ObjectEvent"}]}}'], 'application/json')
 * (await judged.next()).value.problems[0] // { location: '/epcisBody/eventList/0', message: '"eventTime" is missing' }
 */
export function judgeEvents(source: Source, media: Media, judging: Judging = {}): AsyncGenerator<JudgedEvent, JudgedEnvelope> {
  return isXml(media) ? judgeXmlEvents(source, judging) : judgeJsonEvents(source, judging)
}

async function* judgeJsonEvents(
  source: Source,
  { context: known, limits = defaultLimits }: Judging,
): AsyncGenerator<JudgedEvent, JudgedEnvelope> {
  const stream = readJsonEvents(source, limits)
  // Of the same context, the same prefixes.
  let last: { context: Context | undefined; namespaces: ReturnType<typeof namespacesOf> } | undefined
  for (;;) {
    const next = await stream.next()
    if (next.done) return envelopeOfJson(next.value)
    if (!next.value.ok) return { document: undefined, problems: [faultOf(next.value.refusal)] }
    const { index, event, context = known } = next.value.value
    if (last?.context !== context || !last) last = { context, namespaces: namespacesOf(context) }
    const problems = validateEvent(event, { namespaces: last.namespaces, location: `/epcisBody/eventList/${index}` })
    yield { index, event, context, problems, warnings: [] }
  }
}

function envelopeOfJson(rest: unknown): JudgedEnvelope {
  const document = rest as AnyDocument
  const problems = validateDocument(document, document?.type === 'EPCISQueryDocument' ? 'EPCISQueryDocument' : 'EPCISDocument')
  // Only the first list was told event by event.
  if (problems.length === 0 && eventsOf(document).length > 0)
    return { document, problems: [{ location: '/epcisBody', message: 'the list of events stands there twice' }] }
  return { document, problems }
}

function faultOf(refusal: JsonRefusal | TextRefusal): Problem {
  if (refusal.code === 'text-encoding') return { location: '1:1', message: 'this is not UTF-8' }
  return { location: refusal.code === 'json-syntax' ? `${refusal.line}:${refusal.column}` : '1:1', message: jsonRefusalText(refusal) }
}

async function* judgeXmlEvents(
  source: Source,
  { strict = true, limits = defaultLimits }: Judging,
): AsyncGenerator<JudgedEvent, JudgedEnvelope> {
  const make = (element: XmlElement, index: number): JudgedEvent => {
    const event = eventOfElement(element)
    const problems = strict ? judgeElement(element) : validateEvent(event, { location: `/epcisBody/eventList/${index}` })
    return { index, event, context: undefined, problems, warnings: namedTwice(element) }
  }
  const stream = eachXmlEvent(source, make, { limits, bareDoctype: !strict })
  for (;;) {
    const next = await stream.next()
    if (next.done) return envelopeOfXml(next.value, strict)
    if (!next.value.ok) return { document: undefined, problems: [faultOfXml(next.value.refusal)] }
    yield next.value.value
  }
}

/** Collects what a check reports, each with its place in the text. */
function collected(check: (report: (at: XmlElement, message: string) => void) => void): Problem[] {
  const problems: Problem[] = []
  check((at, message) => {
    if (problems.length < mostProblems) problems.push({ location: `${at.line}:${at.column}`, message })
  })
  return problems
}

function judgeElement(element: XmlElement): Problem[] {
  const problems = collected((report) => checkEvent(element, report))
  return problems.length > 0 ? problems : collected((report) => checkMeaning(element, report))
}

function envelopeOfXml(root: XmlElement | undefined, strict: boolean): JudgedEnvelope {
  if (!root) return { document: undefined, problems: [{ location: '1:1', message: 'there is no element' }] }
  const document: Outcome<AnyDocument, XmlDocumentRefusal> = documentOf(root)
  if (!document.ok) return { document: undefined, problems: [faultOfXml(document.refusal)] }
  const { namespace, check } = roots[document.value.type]
  const problems = strict
    ? collected((report) => {
        if (root.namespace !== namespace) return report(root, `the root must be ${root.name} in ${namespace}`)
        checkRootAttributes(root, report)
        check(root, report)
      })
    : []
  return { document: document.value, problems }
}

const faultOfXml = (refusal: XmlDocumentRefusal | TextRefusal): Problem => {
  if (refusal.code === 'text-encoding') return { location: '1:1', message: 'this is not UTF-8' }
  const message = refusal.code === 'xml-no-document' ? `<${refusal.root}> is no document of EPCIS` : xmlRefusalText(refusal)
  return { location: `${refusal.line}:${refusal.column}`, message }
}
