import { statusEntry } from '@dacsan/transparency-log/credential'
import type { Credential } from '@dacsan/transparency-log/credential'
import { addDays, dateInVietnam } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'

/** What a certificate says, and its credential as well: nothing more and nothing less. */
export type Attested = {
  code: string
  product: string
  producer: string
  address: string | null
  stars: number
  decisionNumber: string
  decisionDate: PlainDate
  authority: string
  productCode: string | null
  issuedOn: PlainDate
  /** The last day on which it holds. */
  validUntil: PlainDate
  isSample: boolean
}

/** Where a credential stands on the lists of withdrawn ones: two entries of one list each. */
export type StatusPlace = { listId: number; place: number }

/** The certificates that one list has room for: it has 131,072 entries, as few as the standard allows. */
export const mostPlaces = 65_536

/** The entry that says that it was withdrawn, and the one that says that another certificate followed it: that is no fault of anybody. */
export const entriesOf = (place: number) => ({ revocation: 2 * place, refresh: 2 * place + 1 }) as const

/** The purposes of the two, as the standard names them. */
export const statusPurposes = ['revocation', 'refresh'] as const

/** The name of the issuer at this address (did:web): its document lies at `/.well-known/did.json`. */
export const issuerAt = (origin: string): string => `did:web:${encodeURIComponent(new URL(origin).host)}`

export const statusListAddress = (origin: string, listId: number): string => `${origin}/status-lists/${listId}`

/** Midnight in Việt Nam at the beginning of a day. */
const beginningOf = (day: PlainDate) => `${day}T00:00:00+07:00`

type Subject = Omit<Attested, 'issuedOn' | 'validUntil' | 'address' | 'productCode' | 'isSample'> &
  Partial<Record<'address' | 'productCode', string>> & { isSample?: true }

/**
 * A certificate as a verifiable credential. Its days are those of the credential itself; its other facts have the names that they have in the open data,
 * where they are described.
 */
export function credentialFor(attested: Attested, { origin, listId, place }: StatusPlace & { origin: string }): Credential {
  const { issuedOn, validUntil, address, productCode, isSample, ...facts } = attested
  const page = `${origin}/giay-chung-nhan/${encodeURIComponent(facts.code)}`
  const subject: Subject = {
    ...facts,
    ...(address !== null && { address }),
    ...(productCode !== null && { productCode }),
    ...(isSample && { isSample }),
  }
  const entries = entriesOf(place)
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', { '@vocab': `${origin}/api/openapi.json#` }],
    id: `${page}/vc.jwt`,
    type: ['VerifiableCredential', 'OcopCertificate'],
    issuer: issuerAt(origin),
    validFrom: beginningOf(issuedOn),
    // Valid until before this: the last day still counts.
    validUntil: beginningOf(addDays(validUntil, 1)),
    credentialSubject: { id: page, ...subject },
    credentialStatus: statusPurposes.map((purpose) => statusEntry(statusListAddress(origin, listId), entries[purpose], purpose)),
  }
}

/** What a credential of ours attests; null where it is about something else. */
export function attestedBy({ type, validFrom, validUntil, credentialSubject }: Credential): Attested | null {
  if (!type.includes('OcopCertificate') || validFrom === undefined || validUntil === undefined) return null
  const { address = null, productCode = null, isSample = false, ...facts } = credentialSubject as unknown as Subject
  const dayOf = (moment: string, before = 0) => dateInVietnam(new Date(new Date(moment).getTime() - before))
  const { code, product, producer, stars, decisionNumber, decisionDate, authority } = facts
  const rest = { code, product, producer, stars, decisionNumber, decisionDate, authority }
  return { ...rest, address, productCode, isSample, issuedOn: dayOf(validFrom), validUntil: dayOf(validUntil, 1) }
}
