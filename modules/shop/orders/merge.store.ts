import type { ReadDb, Tx } from '../../context.ts'
import type { OrderId } from '../rules/ids.ts'

export type OpenMerge = { leadId: OrderId; joinedId: OrderId; waivedVnd: number }

/** The merges that stand of any of these orders, or of the parcels in which they go: the first to join first. */
export async function selectMerges(db: ReadDb, orderIds: readonly OrderId[]): Promise<OpenMerge[]> {
  if (orderIds.length === 0) return []
  const leads = db
    .selectFrom('order_merge')
    .where('ended_at', 'is', null)
    .where((eb) => eb.or([eb('joined_order_id', 'in', [...orderIds]), eb('lead_order_id', 'in', [...orderIds])]))
    .select('lead_order_id')
  return db
    .selectFrom('order_merge')
    .where('ended_at', 'is', null)
    .where('lead_order_id', 'in', leads)
    .select(['lead_order_id as leadId', 'joined_order_id as joinedId', 'waived_vnd as waivedVnd'])
    .orderBy('lead_order_id')
    .orderBy('at')
    .orderBy('joined_order_id')
    .execute()
}

/** All orders that go in one parcel with this one, itself among them, the one whose parcel it is first. */
export async function selectParcelOf(db: ReadDb, orderId: OrderId): Promise<OrderId[]> {
  const merges = await selectMerges(db, [orderId])
  const [first] = merges
  return first ? [first.leadId, ...merges.map(({ joinedId }) => joinedId).toSorted()] : [orderId]
}

export async function insertMerge(
  tx: Tx,
  { leadId, joinedId, waivedVnd, byName, at }: OpenMerge & { byName: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('order_merge')
    .values({ lead_order_id: leadId, joined_order_id: joinedId, waived_vnd: waivedVnd, by_name: byName, at })
    .execute()
}

export async function endMerge(tx: Tx, joinedId: OrderId, { byName, at }: { byName: string; at: Date }): Promise<void> {
  await tx
    .updateTable('order_merge')
    .set({ ended_at: at, ended_by_name: byName })
    .where('joined_order_id', '=', joinedId)
    .where('ended_at', 'is', null)
    .execute()
}
