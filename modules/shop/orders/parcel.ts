import { dong } from '@dacsan/vietnam'
import type { Dong } from '@dacsan/vietnam'
import type { ReadDb } from '../../context.ts'
import { leftToPayVnd } from '../rules.ts'
import type { OrderId } from '../rules/ids.ts'
import { selectMerges } from './merge.store.ts'
import { selectOrder } from './order.store.ts'
import type { KnownOrder } from './order.store.ts'

export type ParcelOfOrder = {
  /** Whose parcel it is: whose label, whose packing list, whose order at a carrier. */
  lead: { id: OrderId; code: string }
  others: { id: OrderId; code: string }[]
  isLead: boolean
  /** What of the fee of the orders that joined is owed no more. */
  waivedVnd: Dong
  /** What is collected at the door for all of it. */
  collectVnd: Dong
}

/** The orders that go in one parcel with this one; null where it goes by itself. */
export async function selectParcel(db: ReadDb, order: Pick<KnownOrder, 'id'>): Promise<ParcelOfOrder | null> {
  const merges = await selectMerges(db, [order.id])
  const [first] = merges
  if (!first) return null
  const orders = await ordersOf(db, [first.leadId, ...merges.map(({ joinedId }) => joinedId)])
  const [lead] = orders
  return {
    lead: { id: lead!.id, code: lead!.code },
    others: orders.filter(({ id }) => id !== order.id).map(({ id, code }) => ({ id, code })),
    isLead: lead!.id === order.id,
    waivedVnd: dong(merges.reduce((sum, { waivedVnd }) => sum + Number(waivedVnd), 0)),
    collectVnd: dong(orders.reduce((sum, one) => sum + (one.way === 'cod' ? leftToPayVnd(one) : 0), 0)),
  }
}

/** The orders of a parcel, the one whose it is first; for a room above that has asked whose they are. */
export async function ordersOfParcel(db: ReadDb, orderId: OrderId): Promise<KnownOrder[]> {
  const merges = await selectMerges(db, [orderId])
  const [first] = merges
  return ordersOf(db, first ? [first.leadId, ...merges.map(({ joinedId }) => joinedId)] : [orderId])
}

const ordersOf = async (db: ReadDb, ids: readonly OrderId[]): Promise<KnownOrder[]> =>
  (await Promise.all(ids.map((id) => selectOrder(db, { id })))).filter((one) => one !== undefined)
