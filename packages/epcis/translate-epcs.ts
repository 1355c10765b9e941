import { type CompanyPrefixLength, digitalLinkToEpc, epcToDigitalLink } from '@dacsan/gs1'
import type { EpcisEvent } from './model.ts'

/** In which form GS1 keys are answered: the header `GS1-EPC-Format` of EPCIS 2.0 section 12.4. */
export type EpcFormat = 'No_Preference' | 'Always_GS1_Digital_Link' | 'Always_EPC_URN' | 'Never_Translates'

type Members = Readonly<Record<string, unknown>>
type Translate = (identifier: string) => string

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value)
type Change = (value: unknown, translate: Translate) => unknown

const one: Change = (value, translate) => (typeof value === 'string' ? translate(value) : value)
const list =
  (change: Change): Change =>
  (value, translate) =>
    Array.isArray(value) ? value.map((each: unknown) => change(each, translate)) : value
const within =
  (changes: Readonly<Record<string, Change>>): Change =>
  (value, translate) => {
    if (!isMembers(value)) return value
    const changed: Record<string, unknown> = { ...value }
    for (const [name, change] of Object.entries(changes)) if (Object.hasOwn(changed, name)) changed[name] = change(changed[name], translate)
    return changed
  }

const quantities = list(within({ epcClass: one }))
const place = within({ id: one })
const sensorPart = within({ deviceID: one })

/** Where an event names things by GS1 keys. Extensions are the business of their owner. */
const changes: Change = within({
  epcList: list(one),
  parentID: one,
  childEPCs: list(one),
  inputEPCList: list(one),
  outputEPCList: list(one),
  quantityList: quantities,
  childQuantityList: quantities,
  inputQuantityList: quantities,
  outputQuantityList: quantities,
  transformationID: one,
  readPoint: place,
  bizLocation: place,
  bizTransactionList: list(within({ bizTransaction: one })),
  sourceList: list(within({ source: one })),
  destinationList: list(within({ destination: one })),
  sensorElementList: list(within({ sensorMetadata: sensorPart, sensorReport: list(sensorPart) })),
})

/**
 * Writes the GS1 keys of an event in the form that was asked for; the event given stays as it is, and so does its hash. Digital Link to URN needs to know
 * where the company prefix ends: a length, or a function of the digits. What cannot be translated stays.
 *
 * @example
 * translateEpcs({ type: 'ObjectEvent', eventTime: '2026-03-01T18:41:03Z', eventTimeZoneOffset: '+07:00', action: 'ADD', epcList: ['urn:epc:id:sgtin:0614141.107346.2017'] }, 'Always_GS1_Digital_Link').epcList
 * // ['https://id.gs1.org/01/10614141073464/21/2017']
 */
export function translateEpcs<Event extends EpcisEvent>(
  event: Event,
  format: EpcFormat,
  companyPrefixLength: CompanyPrefixLength = () => undefined,
): Event {
  if (format === 'No_Preference' || format === 'Never_Translates') return event
  return changes(event, format === 'Always_EPC_URN' ? toUrn(companyPrefixLength) : toDigitalLink) as Event
}

const toDigitalLink: Translate = (identifier) => {
  if (!identifier.startsWith('urn:epc:')) return identifier
  const link = epcToDigitalLink(identifier)
  return link.ok ? link.value : identifier
}
const toUrn =
  (length: CompanyPrefixLength): Translate =>
  (identifier) => {
    if (!/^https?:/i.test(identifier)) return identifier
    const urn = digitalLinkToEpc(identifier, length)
    return urn.ok ? urn.value : identifier
  }
