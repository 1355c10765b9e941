import { carrierOf, isCancellable, parcelStateOf } from '@dacsan/carriers'
import { dong } from '@dacsan/vietnam'
import type { Ctx, ReadDb } from '../../context.ts'
import { requireAct } from '../../identity/index.ts'
import { findOrderByLink, findOrderOf, orderOwner } from '../../shop/index.ts'
import type { OrderId } from '../../shop/rules.ts'
import { selectAccountsOf } from '../accounts/account.store.ts'
import { parcelActs, tiesOfSeller } from '../acts.ts'
import { selectPaidOf } from '../payouts/payout.store.ts'
import type { ParcelId } from '../rules/ids.ts'
import { expectedCod } from '../rules/parcel-moves.ts'
import { selectEvents, selectParcelsOfOrder } from './parcel.store.ts'
import type { StoredParcel } from './parcel.store.ts'
import { ownParcel } from './tend-parcel.ts'

/** How a parcel stands, for a list: what pages may know without comparing states. */
const shown = ({ id, carrier, carrierCode, state, carrierStatus, carrierText, isConfirmed, codVnd, feeVnd, createdAt }: StoredParcel) => ({
  id,
  carrier,
  carrierCode,
  state,
  isConfirmed,
  codVnd,
  feeVnd,
  createdAt,
  said: carrierText ?? carrierStatus,
})

/** The parcels of an order for its seller, with the carriers by which another may go. */
export async function parcelsOfOrder(ctx: Pick<Ctx, 'db' | 'actor'>, orderId: OrderId) {
  const owner = await orderOwner(ctx.db, orderId)
  requireAct(ctx.actor, parcelActs.create, tiesOfSeller(owner))
  const [parcels, accounts] = await Promise.all([selectParcelsOfOrder(ctx.db, orderId), selectAccountsOf(ctx.db, owner.producerId)])
  return { parcels: parcels.map(shown), hasCarrier: accounts.length > 0 }
}

/** Where the goods of an order are, for whoever holds its link. What the seller pays for carriage is not the buyer's. */
export async function parcelsByLink(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, link: { code: string; secret: string }) {
  const { order } = await findOrderByLink(ctx, link)
  return parcelsForBuyer(ctx.db, order.id)
}

async function parcelsForBuyer(db: ReadDb, orderId: OrderId) {
  const parcels = await selectParcelsOfOrder(db, orderId)
  return parcels
    .filter(({ carrierCode, state }) => carrierCode !== null && state !== 'cancelled')
    .map(({ id, carrier, carrierCode, state, isConfirmed, codVnd }) => ({ id, carrier, carrierCode, state, isConfirmed, codVnd }))
}

/** What the form of a new parcel begins with. */
export async function parcelForm(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, orderId: OrderId) {
  const owner = await orderOwner(ctx.db, orderId)
  requireAct(ctx.actor, parcelActs.create, tiesOfSeller(owner))
  const order = await findOrderOf(ctx, owner.producerId, orderId)
  const accounts = await selectAccountsOf(ctx.db, owner.producerId)
  const { delivery, facts, receiver } = order
  return {
    code: order.code,
    receiver: { name: receiver.name, phone: receiver.phone, address: receiver.address },
    closed: facts.closed,
    hasCarrier: accounts.length > 0,
    toCommune: delivery.way === 'delivered' ? (delivery.commune ?? '') : '',
    // Within the seller's own commune or province it is the same one.
    toProvince: delivery.way === 'delivered' && delivery.commune !== null ? (accounts[0]?.sender.province ?? '') : '',
    grams: delivery.way === 'delivered' ? delivery.grams : null,
    // Whoever is given something pays nothing; one sum is paid at the door for all orders of the parcel.
    missingVnd: receiver.gift ? dong(0) : (order.parcel?.collectVnd ?? facts.missingVnd),
    /** It goes in the parcel of this order; null: it has its own. */
    inParcelOf: order.parcel && !order.parcel.isLead ? order.parcel.lead.code : null,
  }
}

/** One parcel with its history, its money and what may be done with it. */
export async function findParcel(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, id: ParcelId) {
  const parcel = await ownParcel(ctx, 'move', id)
  const [events, paid] = await Promise.all([selectEvents(ctx.db, id), selectPaidOf(ctx.db, id)])
  const { find, detail } = carrierOf(parcel.carrier)
  const isPlanned = parcel.state === 'planned'
  return {
    ...shown(parcel),
    orderId: parcel.orderId,
    orderCode: parcel.orderCode,
    clientCode: parcel.clientCode,
    grams: parcel.grams,
    quotedVnd: parcel.quotedVnd,
    why: parcel.why,
    events,
    money: { expectedVnd: expectedCod(parcel), paidVnd: paid },
    may: {
      print: parcel.carrierCode !== null,
      cancel: parcel.state !== 'planned' && parcel.state !== 'refused' && isCancellable(parcel.state),
      ask: isPlanned ? find !== null : detail !== null && parcel.carrierCode !== null,
      settle: isPlanned && parcel.attempts > 0 && find === null,
    },
    isPlanned,
    /** Said by the carrier, and nobody knows what it means. */
    isUnknown: parcel.carrierStatus !== null && parcelStateOf(parcel.carrier, parcel.carrierStatus, parcel.carrierText) === null,
  }
}
