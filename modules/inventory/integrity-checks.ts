import type { ReadDb } from '../context.ts'
import type { IntegrityCheck, Room } from '../room.ts'
import { compareLedger, compareMoves } from './check-ledger.store.ts'
import type { Difference } from './check-ledger.store.ts'
import { integrityCheckNames } from './words/integrity-checks.ts'

const comparisons = { 'ledger-is-balance': compareLedger, 'moves-add-up': compareMoves } satisfies Record<
  string,
  (db: ReadDb) => Promise<{ checked: number; differences: Difference[] }>
>
export type LedgerCheckName = keyof typeof comparisons

/** Adds up the goods again from the lines of their ledger, and compares with what is written beside them. */
export async function checkLedger(db: ReadDb): Promise<{ ok: boolean; faults: (Difference & { check: LedgerCheckName })[] }> {
  const faults: (Difference & { check: LedgerCheckName })[] = []
  for (const check of Object.keys(comparisons) as LedgerCheckName[])
    faults.push(...(await comparisons[check](db)).differences.map((difference) => ({ ...difference, check })))
  return { ok: faults.length === 0, faults }
}

const checkOf = (name: LedgerCheckName): IntegrityCheck => ({
  says: integrityCheckNames[name],
  check: async ({ db }) => {
    const { checked, differences } = await comparisons[name](db)
    return { checked, faults: differences.map(({ subject, found, expected }) => `${subject}: ${found} instead of ${expected}`) }
  },
})

export const inventoryIntegrityChecks: Room['integrityChecks'] = {
  'ledger-is-balance': checkOf('ledger-is-balance'),
  'moves-add-up': checkOf('moves-add-up'),
}
