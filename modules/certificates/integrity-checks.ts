import type { Room } from '../room.ts'
import { proveCredentials } from './credentials/prove-credentials.ts'
import { selectImportedFaults, selectStandingFaults } from './register-standing.store.ts'
import { integrityCheckNames } from './words.ts'

export const certificatesIntegrityChecks: Room['integrityChecks'] = {
  'register-standing': {
    says: integrityCheckNames['register-standing'],
    check: async ({ db }) => {
      const [standings, imported] = [await selectStandingFaults(db), await selectImportedFaults(db)]
      return { checked: standings.checked + imported.checked, faults: [...standings.faults, ...imported.faults] }
    },
  },
  credentials: {
    says: integrityCheckNames.credentials,
    check: ({ db }) => proveCredentials(db, new Date()),
  },
}
