import { type Namespaces, namespacesOf, splitUri, standardNamespaces, valueNamespaces } from '../context.ts'
import { eventsOf } from '../document-events.ts'
import type { AnyDocument, Context, EpcisEvent, Vocabularies } from '../model.ts'
import { escapeXml } from './escape.ts'
import { type CbvXmlFormat, type Pen, wordWriter, writeXmlEvent } from './write-event.ts'

type Members = Readonly<Record<string, unknown>>

const ncName = /^[\p{L}_][\p{L}\p{N}._-]*$/u

/** Names in XML need a namespace: a full URI has its own. */
function nameWriter(namespaces: Namespaces, used: Map<string, string>): Pen['name'] {
  const safe = (local: string) => (ncName.test(local) ? local : `_${local.replace(/[^\p{L}\p{N}._-]/gu, '_')}`)
  return (member) => {
    const colon = member.indexOf(':')
    if (colon < 0) return safe(member)
    const prefix = member.slice(0, colon)
    if (Object.hasOwn(namespaces, prefix) && ncName.test(prefix)) {
      used.set(prefix, namespaces[prefix]!)
      return `${prefix}:${safe(member.slice(colon + 1))}`
    }
    const [namespace, local] = splitUri(member)
    let own = [...used].find(([, uri]) => uri === namespace)?.[0]
    for (let count = 1; own === undefined; count += 1) {
      if (used.has(`ns${count}`) || Object.hasOwn(namespaces, `ns${count}`)) continue
      own = `ns${count}`
      used.set(own, namespace)
    }
    return `${own}:${safe(local)}`
  }
}

const declarations = (used: ReadonlyMap<string, string>) =>
  [...used].map(([prefix, namespace]) => ` xmlns:${prefix}="${escapeXml(namespace)}"`).join('')

function writeEvent(event: EpcisEvent, outer: Namespaces, word: Pen['word']): string {
  const namespaces = event['@context'] === undefined ? outer : namespacesOf(event['@context'] as Context, outer)
  const used = new Map<string, string>()
  const declared = Object.entries(namespaces).filter(([prefix, namespace]) => standardNamespaces[prefix] !== namespace)
  const curies = { ...valueNamespaces, ...Object.fromEntries(declared) }
  const written = writeXmlEvent(event, { namespaces, curies, word, name: nameWriter(namespaces, used) })
  // Each event declares what it uses, so that it can be cut out of the document and still be read.
  return used.size === 0 ? written : written.replace(/^<[^\s/>]+/, (start) => start + declarations(used))
}

function writeVocabularies(list: Vocabularies): string {
  const vocabulary = list.map(({ type, vocabularyElementList = [] }) => {
    const elements = vocabularyElementList.map(({ id, attributes = [], children }) => {
      const written = attributes.map((each) => `<attribute id="${escapeXml(each.id)}">${writeAttribute(each.attribute)}</attribute>`)
      const below = children ? `<children>${children.map((child) => `<id>${escapeXml(child)}</id>`).join('')}</children>` : ''
      return `<VocabularyElement id="${escapeXml(id)}">${written.join('')}${below}</VocabularyElement>`
    })
    const whole = elements.length === 0 ? '' : `<VocabularyElementList>${elements.join('')}</VocabularyElementList>`
    return `<Vocabulary type="${escapeXml(type)}">${whole}</Vocabulary>`
  })
  return `<VocabularyList>${vocabulary.join('')}</VocabularyList>`
}

function writeAttribute(value: unknown): string {
  return value === undefined || value === null ? '' : escapeXml(typeof value === 'object' ? JSON.stringify(value) : String(value))
}

const sbdh = 'http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader'

function writeHeader(document: Members): string {
  const { sender, receiver, instanceIdentifier, creationDate } = document
  const masterData = (document['epcisHeader'] as { epcisMasterData?: { vocabularyList?: Vocabularies } } | undefined)?.epcisMasterData
  const vocabularies = masterData?.vocabularyList
  const tag = (name: string, content: string) => `<sbdh:${name}>${content}</sbdh:${name}>`
  const party = (name: string, value: unknown) => tag(name, tag('Identifier', escapeXml(String(value ?? ''))))
  const business =
    sender === undefined && receiver === undefined && instanceIdentifier === undefined
      ? ''
      : `<sbdh:StandardBusinessDocumentHeader xmlns:sbdh="${sbdh}">${tag('HeaderVersion', '1.0')}${party('Sender', sender)}${party('Receiver', receiver)}${tag(
          'DocumentIdentification',
          tag('Standard', 'EPCglobal') +
            tag('TypeVersion', '1.0') +
            tag('InstanceIdentifier', escapeXml(String(instanceIdentifier ?? ''))) +
            tag('Type', 'Events') +
            tag('CreationDateAndTime', escapeXml(String(creationDate ?? ''))),
        )}</sbdh:StandardBusinessDocumentHeader>`
  const extension = vocabularies ? `<extension><EPCISMasterData>${writeVocabularies(vocabularies)}</EPCISMasterData></extension>` : ''
  return business + extension === '' ? '' : `<EPCISHeader>${business}${extension}</EPCISHeader>`
}

/** How a document is written in XML. */
export type XmlWriting = {
  /** @default 'No_Preference', which writes Web URIs */
  cbvFormat?: CbvXmlFormat
}

/**
 * Writes an EPCIS document or query document as XML of EPCIS 2.0 section 9: elements in order, words of the vocabulary as URIs, each event with
 * the namespaces that it uses. Reading it back gives an event of the same hash. Comments have no place in XML.
 *
 * @example
 * writeXml({ '@context': [], type: 'EPCISDocument', schemaVersion: '2.0', creationDate: '2026-03-01T00:00:00Z', epcisBody: { eventList: [] } }).split('\n')[1]
 * // '<epcis:EPCISDocument xmlns:epcis="urn:epcglobal:epcis:xsd:2" schemaVersion="2.0" creationDate="2026-03-01T00:00:00Z"><EPCISBody><EventList/></EPCISBody></epcis:EPCISDocument>'
 */
export function writeXml(document: AnyDocument, { cbvFormat = 'No_Preference' }: XmlWriting = {}): string {
  const namespaces = namespacesOf(document['@context'])
  const word = wordWriter(cbvFormat)
  const events = eventsOf(document).map((event) => writeEvent(event, namespaces, word))
  const list = events.length === 0 ? '<EventList/>' : `<EventList>${events.join('')}</EventList>`
  const isQuery = document.type === 'EPCISQueryDocument'
  const [prefix, root] = isQuery ? ['epcisq', 'EPCISQueryDocument'] : ['epcis', 'EPCISDocument']
  const namespace = isQuery ? 'urn:epcglobal:epcis-query:xsd:2' : 'urn:epcglobal:epcis:xsd:2'
  const used = new Map<string, string>()
  const own = writeIgnored(document, nameWriter(namespaces, used))
  const body = isQuery ? writeResults(document, list) : list
  const created = document.creationDate === undefined ? '' : ` creationDate="${escapeXml(document.creationDate)}"`
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${prefix}:${root} xmlns:${prefix}="${namespace}"${declarations(used)} schemaVersion="${escapeXml(
    document.schemaVersion ?? '2.0',
  )}"${created}>${writeHeader(document as Members)}<EPCISBody>${body}</EPCISBody>${own}</${prefix}:${root}>`
}

function writeResults(document: Extract<AnyDocument, { type: 'EPCISQueryDocument' }>, list: string): string {
  const { queryName = 'SimpleEventQuery', subscriptionID } = document.epcisBody.queryResults
  const subscription = subscriptionID === undefined ? '' : `<subscriptionID>${escapeXml(subscriptionID)}</subscriptionID>`
  const vocabularies = document.epcisBody.queryResults.resultsBody.vocabularyList
  const content = vocabularies && eventsOf(document).length === 0 ? writeVocabularies(vocabularies) : list
  return `<epcisq:QueryResults><queryName>${escapeXml(queryName)}</queryName>${subscription}<resultsBody>${content}</resultsBody></epcisq:QueryResults>`
}

/** The list of extensions that a hash leaves out travels with the document. */
function writeIgnored(document: AnyDocument, name: Pen['name']): string {
  const results = document.type === 'EPCISQueryDocument' ? document.epcisBody.queryResults : {}
  return [...Object.entries(document), ...Object.entries(results)]
    .filter(([member, value]) => member.endsWith(':ignoreFields') && Array.isArray(value))
    .map(([member, fields]) => {
      const written = name(member)
      return `<${written}>${(fields as unknown[]).map((field) => `<${name(String(field))}/>`).join('')}</${written}>`
    })
    .join('')
}
