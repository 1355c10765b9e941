import { eventList } from './event-grammar.ts'
import { type Check, anything, faults, isOwn, isPlain, many, sequence, some, tag, text, uri } from './structure.ts'

// What stands around events in XML: headers with master data (EPCIS 2.0 sections 6.1 and 9) and the messages of the query interface (8.2).

const withAttribute =
  (name: string, inner: Check): Check =>
  (element, report) => {
    const value = element.attributes.find((each) => each.name === name && each.namespace === '')?.value.trim()
    const problem = value === undefined ? `${tag(element)} needs an attribute ${name}` : faults.uri(value)
    if (problem !== undefined) report(element, problem)
    inner(element, report)
  }
const vocabularyElement = sequence(
  [
    { name: 'attribute', check: withAttribute('id', anything), many: true },
    { name: 'children', check: many('id', uri) },
    { name: 'extension', check: anything },
  ],
  { open: true },
)
const vocabulary = sequence(
  [
    { name: 'VocabularyElementList', check: some('VocabularyElement', withAttribute('id', vocabularyElement)) },
    { name: 'extension', check: anything },
  ],
  { open: true },
)
const vocabularyList = many('Vocabulary', withAttribute('type', vocabulary))
const masterData = sequence([
  { name: 'VocabularyList', check: vocabularyList, required: true },
  { name: 'extension', check: anything },
])
const headerParts = sequence([
  { name: 'EPCISMasterData', check: masterData },
  {
    name: 'extension',
    check: sequence([
      { name: 'EPCISMasterData', check: masterData },
      { name: 'extension', check: anything },
    ]),
  },
])
/** The business header comes first; what stands in it is the business of its own standard. */
const header: Check = (element, report) => {
  const [first, ...others] = element.children
  const isBusiness = first?.name === 'StandardBusinessDocumentHeader' && isOwn(first)
  headerParts(isBusiness ? { ...element, children: others } : element, report)
}

const parameter = sequence([
  { name: 'name', check: text, required: true },
  { name: 'value', check: anything, required: true },
])
const parameters = many('param', parameter)
const reason = sequence([
  { name: 'reason', check: text, required: true },
  { name: 'severity', check: text },
  { name: 'queryName', check: text },
  { name: 'subscriptionID', check: text },
])
const strings = many('string', text)
const exceptions =
  `DuplicateName InvalidURI NoSuchName NoSuchSubscription DuplicateSubscription QueryParameter QueryTooLarge QueryTooComplex
  SubscriptionControls SubscribeNotPermitted Security Validation Implementation`.split(/\s+/)

/** What the body of a query document may hold: the messages of the query interface, EPCIS 2.0 section 8.2. */
const messages: Readonly<Record<string, Check>> = {
  GetQueryNames: anything,
  GetQueryNamesResult: strings,
  Subscribe: sequence([
    { name: 'queryName', check: text, required: true },
    { name: 'params', check: parameters, required: true },
    { name: 'dest', check: uri, required: true },
    { name: 'controls', check: anything, required: true },
    { name: 'subscriptionID', check: text, required: true },
  ]),
  SubscribeResult: anything,
  Unsubscribe: sequence([{ name: 'subscriptionID', check: text, required: true }]),
  UnsubscribeResult: anything,
  GetSubscriptionIDs: sequence([{ name: 'queryName', check: text, required: true }]),
  GetSubscriptionIDsResult: strings,
  Poll: sequence([
    { name: 'queryName', check: text, required: true },
    { name: 'params', check: parameters, required: true },
  ]),
  GetStandardVersion: anything,
  GetStandardVersionResult: text,
  GetVendorVersion: anything,
  GetVendorVersionResult: text,
  ...Object.fromEntries(exceptions.map((name) => [`${name}Exception`, reason])),
  QueryResults: sequence(
    [
      { name: 'queryName', check: text, required: true },
      { name: 'subscriptionID', check: text },
      {
        name: 'resultsBody',
        required: true,
        check: (element, report) => {
          const [content, ...more] = element.children
          if (!content || more.length > 0) report(more[0] ?? element, `${tag(element)} holds one list: EventList or VocabularyList`)
          else if (content.name === 'EventList' && isPlain(content)) eventList(content, report)
          else if (content.name === 'VocabularyList' && isPlain(content)) vocabularyList(content, report)
          else report(content, `${tag(content)} is neither EventList nor VocabularyList`)
        },
      },
      { name: 'extension', check: anything },
    ],
    { open: true },
  ),
}

const queryNamespace = 'urn:epcglobal:epcis-query:xsd:2'
const queryBody: Check = (element, report) => {
  const [message, ...more] = element.children
  if (!message || more.length > 0) return report(more[0] ?? element, `${tag(element)} holds one message of the query interface`)
  const check = message.namespace === queryNamespace && Object.hasOwn(messages, message.name) ? messages[message.name] : undefined
  if (check) check(message, report)
  else report(message, `${tag(message)} is not a message of the query interface in ${queryNamespace}`)
}

const document = (body: Check): Check =>
  sequence(
    [
      { name: 'EPCISHeader', check: header },
      { name: 'EPCISBody', check: body, required: true },
      { name: 'extension', check: anything },
    ],
    { open: true },
  )

/** The root of each kind of document: its namespace, and what it holds. */
export const roots: Readonly<Record<'EPCISDocument' | 'EPCISQueryDocument', { namespace: string; check: Check }>> = {
  EPCISDocument: {
    namespace: 'urn:epcglobal:epcis:xsd:2',
    check: document(
      sequence(
        [
          { name: 'EventList', check: eventList },
          { name: 'extension', check: anything },
        ],
        { open: true },
      ),
    ),
  },
  EPCISQueryDocument: { namespace: queryNamespace, check: document(queryBody) },
}

/** The attributes that every document carries. */
export const checkRootAttributes: Check = (element, report) => {
  const value = (name: string) => element.attributes.find((each) => each.name === name && each.namespace === '')?.value.trim()
  const version = value('schemaVersion')
  if (version === undefined || !/^\d+(?:\.\d+)*$/.test(version))
    report(element, `${tag(element)} needs an attribute schemaVersion such as "2.0"`)
  const created = value('creationDate')
  const problem = created === undefined ? 'it is missing' : faults.time(created)
  if (problem !== undefined) report(element, `in the attribute creationDate of ${tag(element)}: ${problem}`)
}
