import { nameActs } from '@dacsan/decisions'
import type { ActRows } from '../ties.ts'

/** Opens, past its last day, or revoked for good. */
export const apiKeyStatuses = ['active', 'expired', 'revoked'] as const
export type ApiKeyStatus = (typeof apiKeyStatuses)[number]

/** Administrators on their page, and the machine itself on its command line. */
const operator = { administrator: 'any', system: 'any' } as const

/** What can be done to the key of a machine. */
export const apiKeyActs = nameActs('api-key', {
  create: {
    to: 'active',
    by: operator,
    event: 'api-key.created',
    says: 'Cấp khóa máy',
    refusals: ['unknown-organisation', 'organisation-merged', 'expiry-past'],
  },
  revoke: {
    from: ['active'],
    to: 'revoked',
    by: operator,
    event: 'api-key.revoked',
    final: true,
    says: 'Thu hồi khóa máy',
    closed: 'key-closed',
  },
} as const satisfies ActRows<ApiKeyStatus>)
