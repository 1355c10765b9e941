import type { OrganisationStatus } from '../acts.ts'
import { apiKeyActs } from './acts.ts'
import type { ApiKeyStatus } from './acts.ts'
import type { ApiKeyScope } from './scopes.ts'

export type { ApiKeyStatus } from './acts.ts'
export { apiKeyScopes } from './scopes.ts'
export type { ApiKeyScope } from './scopes.ts'

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

type Dates = { revokedAt: Date | null; expiresOn: string | null }

/** What a key is on a day; the last day still counts. */
export function apiKeyStatusOf({ revokedAt, expiresOn }: Dates, today: string): ApiKeyStatus {
  if (revokedAt !== null) return apiKeyActs.revoke.to
  return expiresOn !== null && expiresOn < today ? 'expired' : apiKeyActs.create.to
}
