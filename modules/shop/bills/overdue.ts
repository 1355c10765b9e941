import { addDays } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { ReadDb } from '../../context.ts'
import type { Agreement } from '../rules.ts'
import type { AgreedBuyerId } from '../rules/ids.ts'
import { selectUnpaidBills } from './bill.store.ts'

/** Of the buyers of these lists whoever gets nothing more on account, because a bill is overdue and its seller wants it so. Others are not looked for. */
export async function overdueBuyers(db: ReadDb, agreements: readonly Agreement[], today: PlainDate): Promise<Set<AgreedBuyerId>> {
  const buyerIds = agreements.flatMap(({ buyerId, credit }) => (credit?.stopsWhenOverdue ? [buyerId] : []))
  const bills = await selectUnpaidBills(db, { dueUpTo: addDays(today, -1), buyerIds })
  return new Set(bills.map(({ buyerId }) => buyerId))
}
