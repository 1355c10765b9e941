import type { Room } from '../room.ts'
import { verifyAuditChain } from './audit-trail.ts'
import { integrityCheckNames } from './words.ts'

export const identityIntegrityChecks: Room['integrityChecks'] = {
  'audit-chain': {
    says: integrityCheckNames['audit-chain'],
    check: async ({ db }) => {
      const chain = await verifyAuditChain(db)
      return { checked: chain.entries, faults: chain.ok ? [] : [`entry ${chain.brokenAt} is ${chain.reason}`] }
    },
  },
}
