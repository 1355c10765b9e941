import type { IntegrityCheck } from '../../room.ts'
import { materialCheckWords as words } from '../words.ts'
import { compareBalances } from './material.store.ts'

export const materialChecks = {
  'material-balances': {
    says: words.balances,
    check: async ({ db }) => {
      const { checked, differing } = await compareBalances(db)
      return { checked, faults: differing.map(words.differs) }
    },
  },
} as const satisfies Record<string, IntegrityCheck>
