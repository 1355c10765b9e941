import { type Outcome, done, refuse } from '@dacsan/decisions'
import { type Limits, defaultLimits } from '../limits.ts'
import type { AnyDocument, EpcisEvent, Vocabularies } from '../model.ts'
import { type XmlElement, type XmlRefusal, parseXml } from './element.ts'
import { type Prefixes, collectPrefixes } from './prefixes.ts'
import { readXmlEvent } from './read-event.ts'

export type XmlDocumentRefusal = XmlRefusal | { code: 'xml-no-document'; line: number; column: number; root: string }

const child = (element: XmlElement | undefined, name: string) => element?.children.find((each) => each.name === name)
const childText = (element: XmlElement | undefined, name: string) => child(element, name)?.text.trim()
const attribute = (element: XmlElement, name: string) =>
  element.attributes.find((each) => each.name === name && each.namespace === '')?.value.trim()

function find(element: XmlElement, name: string): XmlElement | undefined {
  if (element.name === name) return element
  for (const each of element.children) {
    const found = find(each, name)
    if (found) return found
  }
  return undefined
}

const present = (members: Record<string, unknown>) => Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))

function readVocabularies(list: XmlElement): Vocabularies {
  return list.children.map((vocabulary) => ({
    type: attribute(vocabulary, 'type') ?? '',
    vocabularyElementList: (child(vocabulary, 'VocabularyElementList')?.children ?? []).map((element) => ({
      id: attribute(element, 'id') ?? '',
      ...present({
        attributes: element.children
          .filter((each) => each.name === 'attribute')
          .map((each) => ({ id: attribute(each, 'id') ?? '', attribute: readAttribute(each) })),
        children: child(element, 'children')?.children.map((each) => each.text.trim()),
      }),
    })),
  }))
}

/** An attribute of master data is a text, or an element of one's own with parts. */
function readAttribute(element: XmlElement): string | { [name: string]: string } {
  if (element.children.length === 0) return element.text.trim()
  return Object.fromEntries(
    element.children.map((each) => [each.prefix === '' ? each.name : `${each.prefix}:${each.name}`, each.text.trim()]),
  )
}

/** The standard business document header of XML, as the three plain members that JSON has for it. */
function readHeader(header: XmlElement | undefined): Record<string, unknown> {
  if (!header) return {}
  const business = child(header, 'StandardBusinessDocumentHeader')
  const masterData = find(header, 'EPCISMasterData')
  const vocabularies = child(masterData, 'VocabularyList')
  return present({
    sender: childText(child(business, 'Sender'), 'Identifier'),
    receiver: childText(child(business, 'Receiver'), 'Identifier'),
    instanceIdentifier: childText(child(business, 'DocumentIdentification'), 'InstanceIdentifier'),
    epcisHeader: vocabularies && { epcisMasterData: { vocabularyList: readVocabularies(vocabularies) } },
  })
}

/** Members of the document that are not part of the standard; among them may be the list of fields that a hash ignores. */
function readOwnMembers(root: XmlElement, prefixes: Prefixes): Record<string, unknown> {
  const own = root.children.filter((each) => each.namespace !== '' && each.name === 'ignoreFields')
  return Object.fromEntries(
    own.map((each) => [
      prefixes.nameOf(each.namespace, each.prefix, each.name),
      each.children.map((field) => prefixes.nameOf(field.namespace, field.prefix, field.name)),
    ]),
  )
}

/** Builds the model from a tree. Lenient about order and wrappers: whether the XML was valid is for the validator to say. */
export function documentOf(root: XmlElement): Outcome<AnyDocument, XmlDocumentRefusal> {
  const isQuery = root.name === 'EPCISQueryDocument'
  if (!isQuery && root.name !== 'EPCISDocument') return refuse('xml-no-document', { line: root.line, column: root.column, root: root.name })
  const prefixes = collectPrefixes(root)
  const eventList = find(root, 'EventList')
  const elements = (eventList?.children ?? []).flatMap((each) =>
    each.namespace === '' && each.name === 'extension' ? each.children : [each],
  )
  const events = elements.map((element) => readXmlEvent(element, prefixes) as unknown as EpcisEvent)
  const results = find(root, 'QueryResults') ?? root
  const own = readOwnMembers(root, prefixes)
  const vocabularies = isQuery ? child(child(results, 'resultsBody'), 'VocabularyList') : undefined
  const body = isQuery
    ? {
        queryResults: {
          ...present({ queryName: childText(results, 'queryName'), subscriptionID: childText(results, 'subscriptionID') }),
          resultsBody: { eventList: events, ...present({ vocabularyList: vocabularies && readVocabularies(vocabularies) }) },
        },
      }
    : { eventList: events }
  return done({
    '@context': prefixes.context(),
    type: isQuery ? 'EPCISQueryDocument' : 'EPCISDocument',
    ...present({ schemaVersion: attribute(root, 'schemaVersion'), creationDate: attribute(root, 'creationDate') }),
    ...readHeader(child(root, 'EPCISHeader')),
    ...own,
    epcisBody: body,
  } as AnyDocument)
}

/**
 * Reads an EPCIS document or query document from XML into the one model, which is the shape of the JSON form: words of the vocabulary as bare
 * words, extensions as `prefix:name` with the prefixes in `@context`, attributes of extensions as `@prefix:name` beside `#text`.
 * Lenient about the order of elements and the wrappers of EPCIS 1.x. Refuses what is not XML, has a document type or another root.
 *
 * @example readXml('<a/>') // { ok: false, refusal: { code: 'xml-no-document', line: 1, column: 1, root: 'a' } }
 */
export function readXml(text: string, limits: Limits = defaultLimits): Outcome<AnyDocument, XmlDocumentRefusal> {
  const parsed = parseXml(text, { limits, bareDoctype: true })
  return parsed.ok ? documentOf(parsed.value) : parsed
}
