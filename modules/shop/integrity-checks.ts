import type { IntegrityCheck, Room } from '../room.ts'
import { checkStock } from './holds/check-stock.ts'
import type { StockCheckName } from './holds/check-stock.ts'
import { integrityCheckNames } from './words/integrity-checks.ts'

function checkOf(name: StockCheckName): IntegrityCheck {
  return {
    says: integrityCheckNames[name],
    check: async ({ db }) => {
      const { checked, faults } = await checkStock(db, { names: [name] })
      return { checked: checked[name], faults: faults.map(({ subject, found, expected }) => `${subject}: ${found} instead of ${expected}`) }
    },
  }
}

export const shopIntegrityChecks: Room['integrityChecks'] = Object.fromEntries(
  (Object.keys(integrityCheckNames) as StockCheckName[]).map((name) => [name, checkOf(name)]),
)
