import type { ReadDb } from '../context.ts'
import type { IntegrityCheck, Room } from '../room.ts'
import { selectMoneyByKeys } from '../shop/index.ts'
import { selectBookedAnswers, selectParts, selectProvedRefunds } from './integrity.store.ts'
import { integrityCheckNames } from './words/integrity-checks.ts'

const batch = 1000

type Entry = { id: string; key: string; orderId: string | null; amountVnd: number }

/** Each entry of ours stands in the shop's log of money under its key: for the same order, of the same amount. */
const againstShop = (kind: 'received' | 'refunded', read: (db: ReadDb, after: string) => Promise<Entry[]>): IntegrityCheck['check'] =>
  async function check({ db }) {
    const faults: string[] = []
    let checked = 0
    for (let after = '', entries = await read(db, after); entries.length > 0; entries = await read(db, after)) {
      const money = await selectMoneyByKeys(
        db,
        entries.map(({ key }) => key),
      )
      const byKey = new Map(money.map((one) => [one.requestKey, one]))
      for (const { id, key, orderId, amountVnd } of entries) {
        const found = byKey.get(key)
        if (found?.kind !== kind || found.orderId !== orderId || found.amountVnd !== amountVnd)
          faults.push(`${id}: ${found?.amountVnd ?? 'nothing'} for ${found?.orderId ?? 'no order'} instead of ${amountVnd} for ${orderId}`)
      }
      checked += entries.length
      after = entries.at(-1)!.id
    }
    return { checked, faults }
  }

export const paymentsIntegrityChecks: Room['integrityChecks'] = {
  'bank-receipts': {
    says: integrityCheckNames['bank-receipts'],
    check: againstShop('received', async (db, after) =>
      (await selectBookedAnswers(db, { after, limit: batch })).map((one) => ({ ...one, key: one.id })),
    ),
  },
  'bank-bill-parts': {
    says: integrityCheckNames['bank-bill-parts'],
    check: againstShop('received', async (db, after) =>
      (await selectParts(db, { after, limit: batch })).map((one) => ({ ...one, key: one.id })),
    ),
  },
  'bank-refunds': {
    says: integrityCheckNames['bank-refunds'],
    check: againstShop('refunded', async (db, after) =>
      (await selectProvedRefunds(db, { after, limit: batch })).map(({ requestKey, ...one }) => ({ ...one, key: requestKey })),
    ),
  },
}
