import type { OrganisationStatus } from '../acts.ts'
import { apiKeyActs } from './acts.ts'
import type { ApiKeyStatus } from './acts.ts'

export { apiKeyStatuses } from './acts.ts'
export type { ApiKeyStatus } from './acts.ts'

/** What a key may open, in the words of the command line; a key has one of them or several. */
export const apiKeyScopes = ['epcis'] as const
export type ApiKeyScope = (typeof apiKeyScopes)[number]

/** How every key begins: people, logs and scanners for leaked secrets know it by that. */
export const apiKeyPrefix = 'ds_'

/** Why a key is not made, or not revoked. */
export type ApiKeyRefusal =
  | { code: 'unknown-organisation' }
  | { code: 'organisation-merged'; status: OrganisationStatus; into: string | null }
  | { code: 'expiry-past' }
  | { code: 'key-closed'; status: ApiKeyStatus }

/** Why a machine is not let in. `key-mistyped`: it is no key at all, a character is wrong or missing. */
export type MachineRefusal =
  | { code: 'no-key' }
  | { code: 'key-mistyped' }
  | { code: 'unknown-key' }
  | { code: 'key-revoked' }
  | { code: 'key-expired'; on: string }
  | { code: 'scope-missing'; scope: ApiKeyScope }
  | { code: 'too-many-attempts'; minutes: number }

/** What a machine is answered, by HTTP: 401 where another key may help (RFC 6750, 3.1), 403 where this one is good and does not open that. */
export const machineAnswers: Readonly<Record<MachineRefusal['code'], { status: 401 | 403 | 429; says: string }>> = {
  'no-key': { status: 401, says: 'send a key: Authorization: Bearer KEY' },
  'key-mistyped': { status: 401, says: 'this is no key: a character is wrong or missing' },
  'unknown-key': { status: 401, says: 'this key is not known here' },
  'key-revoked': { status: 401, says: 'this key was revoked' },
  'key-expired': { status: 401, says: 'this key has expired' },
  'scope-missing': { status: 403, says: 'this key does not have the scope that is needed' },
  'too-many-attempts': { status: 429, says: 'too many keys that are not known here' },
}

type Dates = { revokedAt: Date | null; expiresOn: string | null }

/** What a key is on a day; the last day still counts. */
export function apiKeyStatusOf({ revokedAt, expiresOn }: Dates, today: string): ApiKeyStatus {
  if (revokedAt !== null) return apiKeyActs.revoke.to
  return expiresOn !== null && expiresOn < today ? 'expired' : apiKeyActs.create.to
}
