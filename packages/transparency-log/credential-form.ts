import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'

/** A credential of the W3C Verifiable Credentials Data Model 2.0, before it is signed or after it was verified. */
export type Credential = {
  '@context': readonly unknown[]
  id?: string
  type: string | readonly string[]
  issuer: string | ({ id: string } & Record<string, unknown>)
  validFrom?: string
  validUntil?: string
  credentialSubject: Record<string, unknown> | readonly Record<string, unknown>[]
  credentialStatus?: unknown
} & Record<string, unknown>

/** The first property that is not as the data model asks; empty when there is no object at all. */
export type MalformedCredential = { code: 'malformed-credential'; property: string }

/** The context that comes first in every credential of data model 2.0 (4.3). */
export const CREDENTIALS_V2 = 'https://www.w3.org/ns/credentials/v2'

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])
const isUrl = (value: unknown): value is string => typeof value === 'string' && URL.canParse(value)
const isSubject = (value: unknown) => isRecord(value) && Object.keys(value).length > 0 && (value['id'] === undefined || isUrl(value['id']))
const isTime = (value: unknown) => value === undefined || (typeof value === 'string' && readDateTime(value) !== undefined)
const isSome = (value: unknown, isOne: (item: unknown) => boolean) => listOf(value).length > 0 && listOf(value).every(isOne)

/** What the data model asks of each property (section 4); the first that fails is named. */
const properties: Readonly<Record<string, (value: unknown) => boolean>> = {
  '@context': (value) => Array.isArray(value) && value[0] === CREDENTIALS_V2 && value.every((item) => isUrl(item) || isRecord(item)),
  id: (value) => value === undefined || isUrl(value),
  type: (value) => isSome(value, (item) => typeof item === 'string') && listOf(value).includes('VerifiableCredential'),
  issuer: (value) => isUrl(isRecord(value) ? value['id'] : value),
  validFrom: isTime,
  validUntil: isTime,
  credentialSubject: (value) => isSome(value, isSubject),
  credentialStatus: (value) =>
    value === undefined || isSome(value, (item) => isRecord(item) && isSome(item['type'], (type) => typeof type === 'string')),
  // The claims of the older data model must not stand in a credential of this one (VC-JOSE-COSE, 1.1.2.1).
  vc: (value) => value === undefined,
  vp: (value) => value === undefined,
}

/**
 * Reads a credential of data model 2.0 out of any value. Refuses with the first property that is not as section 4 asks.
 *
 * @example readCredential({ '@context': ['https://www.w3.org/ns/credentials/v2'] }) // { ok: false, refusal: { code: 'malformed-credential', property: 'type' } }
 */
export function readCredential(value: unknown): Outcome<Credential, MalformedCredential> {
  if (!isRecord(value)) return refuse('malformed-credential', { property: '' })
  const faulty = Object.keys(properties).find((property) => !properties[property]!(value[property]))
  if (faulty !== undefined) return refuse('malformed-credential', { property: faulty })
  const credential = value as Credential
  const { validFrom, validUntil } = credential
  if (validFrom !== undefined && validUntil !== undefined && readDateTime(validFrom)! > readDateTime(validUntil)!) {
    return refuse('malformed-credential', { property: 'validUntil' })
  }
  return done(credential)
}

/**
 * Who issued it, whether written as an address or as a thing with one.
 *
 * @example issuerOf({ issuer: { id: 'did:web:ocop.example.vn' } }) // 'did:web:ocop.example.vn'
 */
export const issuerOf = ({ issuer }: Credential): string => (typeof issuer === 'string' ? issuer : issuer.id)

const dateTimeStamp = /^(\d{4})-(\d{2})-(\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/

/**
 * Reads an xsd:dateTimeStamp: date, time and offset; `undefined` for what is none, such as 30 February.
 *
 * @example readDateTime('2026-11-23T07:00:00+07:00')?.toISOString() // '2026-11-23T00:00:00.000Z'
 * @example readDateTime('2026-02-30T00:00:00Z') // undefined
 */
export function readDateTime(text: string): Date | undefined {
  const [, year, month, day] = dateTimeStamp.exec(text) ?? []
  if (day === undefined) return undefined
  // Date.parse goes over to the next month.
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  const instant = new Date(text)
  return Number(day) <= lastDay && !Number.isNaN(instant.valueOf()) ? instant : undefined
}
