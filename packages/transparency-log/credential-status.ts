import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { CREDENTIALS_V2, isRecord, issuerOf, listOf } from './credential-form.ts'
import type { Credential } from './credential-form.ts'
import { checkStatus, encodeStatusList } from './status-list.ts'
import type { StatusListRefusal } from './status-list.ts'

/** What one entry of a credential says; 0 is "nothing against it". `revocation` is for good, `suspension` may be lifted. */
export type CredentialStatus = { purpose: string; status: number }

/** Why the list does not tell the status; none of them means that nothing is against the credential. */
export type CredentialStatusRefusal =
  | StatusListRefusal
  | { code: 'not-a-status-list' | 'another-status-list' | 'another-issuer' | 'malformed-status-entry' }

/**
 * The statuses that a credential has on a list (Bitstring Status List, 3.2). Both must have been verified before, by the same clock: the list is a
 * credential too, with its own issuer and its own last day. Refuses a list that is another one than the credential names, serves another purpose,
 * or is by another issuer: anyone could publish a list on which nothing is revoked.
 *
 * @example (await credentialStatus(credential, await statusListCredential({ ...list, bits: emptyStatusList() }))).value // [{ purpose: 'revocation', status: 0 }]
 */
export async function credentialStatus(
  credential: Credential,
  list: Credential,
): Promise<Outcome<CredentialStatus[], CredentialStatusRefusal>> {
  const subject = list.credentialSubject
  if (!listOf(list.type).includes('BitstringStatusListCredential') || !isRecord(subject) || subject['type'] !== 'BitstringStatusList') {
    return refuse('not-a-status-list')
  }
  if (issuerOf(list) !== issuerOf(credential)) return refuse('another-issuer')
  const entries = listOf(credential.credentialStatus).filter(
    (entry): entry is Record<string, unknown> =>
      isRecord(entry) && entry['type'] === 'BitstringStatusListEntry' && entry['statusListCredential'] === list.id,
  )
  if (list.id === undefined || entries.length === 0) return refuse('another-status-list')
  const statuses: CredentialStatus[] = []
  for (const { statusPurpose: purpose, statusListIndex: index, statusSize: size = 1 } of entries) {
    if (typeof purpose !== 'string' || !isIndex(index) || typeof size !== 'number') return refuse('malformed-status-entry')
    if (!listOf(subject['statusPurpose']).includes(purpose)) return refuse('another-status-list')
    if (typeof subject['encodedList'] !== 'string') return refuse('not-a-status-list')
    const status = await checkStatus(subject['encodedList'], Number(index), size)
    if (!status.ok) return status
    statuses.push({ purpose, status: status.value })
  }
  return done(statuses)
}

/** The standard wants the index as text; a few issuers write a number. */
const isIndex = (index: unknown) => (typeof index === 'string' && /^\d{1,15}$/.test(index)) || Number.isSafeInteger(index)

/**
 * The entry that puts a credential on a list, for its `credentialStatus`.
 *
 * @example statusEntry('https://ocop.example.vn/status/1', 42).statusListIndex // '42'
 */
export function statusEntry(statusListCredential: string, index: number, statusPurpose = 'revocation') {
  const type = 'BitstringStatusListEntry' as const
  return { type, statusPurpose, statusListIndex: String(index), statusListCredential }
}

/**
 * The list itself as a credential, ready to be issued.
 *
 * @example (await statusListCredential({ ...list, bits: emptyStatusList() })).credentialSubject.type // 'BitstringStatusList'
 */
export async function statusListCredential(list: {
  id: string
  issuer: string
  bits: Uint8Array<ArrayBuffer>
  purpose?: string | readonly string[]
  validFrom?: string
  validUntil?: string
}): Promise<Credential> {
  const { id, issuer, bits, purpose: statusPurpose = 'revocation', validFrom, validUntil } = list
  const credentialSubject = { id: `${id}#list`, type: 'BitstringStatusList', statusPurpose, encodedList: await encodeStatusList(bits) }
  const type = ['VerifiableCredential', 'BitstringStatusListCredential']
  return {
    '@context': [CREDENTIALS_V2],
    id,
    type,
    issuer,
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validUntil === undefined ? {} : { validUntil }),
    credentialSubject,
  }
}
