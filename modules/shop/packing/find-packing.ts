import type { Dong } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { ownProducer } from '../policy.ts'
import { selectMerges } from '../orders/merge.store.ts'
import type { OpenMerge } from '../orders/merge.store.ts'
import { sumDong, toCollectVnd } from '../rules.ts'
import type { OrderId } from '../rules/ids.ts'
import { openSnapshot } from '../orders/snapshot.store.ts'
import type { OrderSnapshot } from '../orders/snapshot.ts'
import { countToPack, selectCodes, selectOrdersToPack } from './packing.store.ts'
import type { OrderToPack } from './packing.store.ts'

/** A household packs some dozens of orders a day; whoever has more packs the oldest first. */
const mostOnPage = 60

export type PackingOrder = Omit<OrderToPack, 'snapshot'> & {
  seller: Pick<OrderSnapshot['seller'], 'name' | 'phone' | 'address'>
  /** Collected by whoever brings it; 0: nothing. */
  collectVnd: Dong
  recalled: boolean
  /** The orders that lie in the same parcel, of which it is the one whose parcel it is. */
  together: { id: OrderId; code: string }[]
  /** It waits for another order of its parcel that cannot leave yet. */
  waitsFor: string | null
}

/** What a seller packs now, the oldest promise first. */
export async function findPacking(ctx: Pick<Ctx, 'db' | 'actor'>): Promise<{ orders: PackingOrder[]; waiting: number }> {
  const { id } = await ownProducer(ctx)
  const [rows, waiting] = await Promise.all([selectOrdersToPack(ctx.db, id, { most: mostOnPage }), countToPack(ctx.db, id)])
  const orders = await asPacking(ctx, rows)
  return { orders, waiting: waiting - (rows.length - orders.length) }
}

export async function asPacking({ db }: Pick<Ctx, 'db'>, rows: readonly OrderToPack[]): Promise<PackingOrder[]> {
  const parts = await Promise.all(
    rows.map(async ({ snapshot, ...order }) => {
      const { seller } = await openSnapshot(db, order.id, snapshot)
      const { name, phone, address } = seller
      const recalled = order.lines.some(({ takes }) => takes.some((take) => take.recalled))
      return { ...order, seller: { name, phone, address }, collectVnd: toCollectVnd(order), recalled, together: [], waitsFor: null }
    }),
  )
  const merges = await selectMerges(
    db,
    parts.map(({ id }) => id),
  )
  return intoParcels(
    parts,
    merges,
    await selectCodes(
      db,
      merges.flatMap(({ leadId, joinedId }) => [leadId, joinedId]),
    ),
  )
}

/** What goes in one parcel stands under the order whose parcel it is: one label, one list, one sum at the door. */
function intoParcels(parts: readonly PackingOrder[], merges: readonly OpenMerge[], codes: ReadonlyMap<OrderId, string>): PackingOrder[] {
  const partOf = new Map(parts.map((part) => [part.id, part]))
  const lies = (id: OrderId) => merges.find(({ leadId, joinedId }) => joinedId === id && partOf.has(leadId))
  return parts
    .filter(({ id }) => !lies(id))
    .map((part) => {
      const own = merges.filter(({ leadId, joinedId }) => leadId === part.id || joinedId === part.id)
      if (own.length === 0) return part
      const inParcel = own
        .flatMap(({ leadId, joinedId }) => (leadId === part.id ? [partOf.get(joinedId)] : []))
        .filter((one) => one !== undefined)
      const missing = own.flatMap(({ leadId, joinedId }) => [leadId, joinedId]).find((id) => !partOf.has(id))
      const changed = [part, ...inParcel].flatMap(({ changedSincePrint }) => changedSincePrint ?? [])
      return {
        ...part,
        lines: [part, ...inParcel].flatMap(({ lines }) => lines),
        collectVnd: sumDong([part, ...inParcel].map(({ collectVnd }) => collectVnd)),
        recalled: [part, ...inParcel].some(({ recalled }) => recalled),
        changedSincePrint: changed.length === 0 ? null : [...new Set(changed)],
        together: inParcel.map(({ id, code }) => ({ id, code })),
        waitsFor: missing === undefined ? null : (codes.get(missing) ?? null),
      }
    })
}
