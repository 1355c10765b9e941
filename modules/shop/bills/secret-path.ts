import type { Room } from '../../room.ts'
import type { BillId } from '../rules/ids.ts'
import { selectBill } from './bill.store.ts'

const site = { vi: '', en: '/en', km: '/km' } as const

/** `bill:{id}`: the page of a bill for its buyer, in the language in which it is written to. */
export const billSecretPaths: Room['secretPaths'] = {
  bill: async ({ db }, id) => {
    const bill = await selectBill(db, { id: id as BillId })
    return bill ? `${site[bill.language]}/bang-ke-thang/${bill.code}?k=${bill.linkSecret}` : null
  },
}
