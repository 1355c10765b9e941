import type { Room } from '../room.ts'
import { selectMoneyByKeys } from '../shop/index.ts'
import { keysOf } from './payouts/money-to-order.ts'
import { selectSettlements } from './payouts/payout.store.ts'
import { integrityCheckNames } from './words/names.ts'

const batch = 1000

/** Each settlement stands in the shop's log of money under the id of its line: of the same amount, for the orders of its parcel. */
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
          some.flatMap(({ id }) => keysOf(id)),
        )
        for (const { id, orderId, amountVnd } of some) {
          // What lay in one parcel is of one door: its money stands in the logs of all its orders.
          const keys = new Set(keysOf(id))
          const found = money.filter(({ requestKey, kind }) => kind === 'received' && keys.has(requestKey ?? ''))
          const sum = found.reduce((so, one) => so + one.amountVnd, 0)
          if (sum !== amountVnd) faults.push(`${id}: ${sum} instead of ${amountVnd} for ${orderId}`)
        }
        checked += some.length
        after = some.at(-1)!.id
      }
    },
  },
}
