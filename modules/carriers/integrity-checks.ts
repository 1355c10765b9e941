import type { Room } from '../room.ts'
import { selectMoneyByKeys } from '../shop/index.ts'
import { selectSettlements } from './payouts/payout.store.ts'
import { integrityCheckNames } from './words/names.ts'

const batch = 1000

/** Each settlement stands in the shop's log of money under the id of its line: for the same order, of the same amount. */
export const carriersIntegrityChecks: Room['integrityChecks'] = {
  'cod-receipts': {
    says: integrityCheckNames['cod-receipts'],
    check: async ({ db }) => {
      const faults: string[] = []
      let checked = 0
      for (let after = ''; ;) {
        const some = await selectSettlements(db, { after, limit: batch })
        if (some.length === 0) return { checked, faults }
        const money = await selectMoneyByKeys(
          db,
          some.map(({ id }) => id),
        )
        const byKey = new Map(money.map((one) => [one.requestKey, one]))
        for (const { id, orderId, amountVnd } of some) {
          const found = byKey.get(id)
          if (found?.kind !== 'received' || found.orderId !== orderId || found.amountVnd !== amountVnd)
            faults.push(
              `${id}: ${found?.amountVnd ?? 'nothing'} for ${found?.orderId ?? 'no order'} instead of ${amountVnd} for ${orderId}`,
            )
        }
        checked += some.length
        after = some.at(-1)!.id
      }
    },
  },
}
