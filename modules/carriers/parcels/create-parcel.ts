import { carrierOf, judgeLimits } from '@dacsan/carriers'
import type { LimitRefusal, ParcelToSend } from '@dacsan/carriers'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome, Refused } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { Ctx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { actorId } from '../../identity/rules.ts'
import { findOrderOf, orderOwner, ordersOfParcel, packForCarrier } from '../../shop/index.ts'
import { openCredentials, selectAccount, selectAccountsOf } from '../accounts/account.store.ts'
import type { StoredAccount } from '../accounts/account.store.ts'
import { parcelActs, tiesOfSeller } from '../acts.ts'
import { askCarrier, saysNo } from '../ask-carrier.ts'
import type { CarrierLines } from '../ask-carrier.ts'
import type { CreateParcelInput, QuoteParcelInput } from '../inputs.ts'
import type { OrderId } from '../../shop/rules.ts'
import type { CarrierAccountId, ParcelId } from '../rules/ids.ts'
import type { CarrierName, Sent } from '../rules/kinds.ts'
import type { CarrierSaysNo, CreateRefusal } from '../rules/refusals.ts'
import { countOfOrder, insertParcel, lockParcelsOf, selectParcelByKey } from './parcel.store.ts'
import { sendParcel } from './send-parcel.ts'

type Order = Awaited<ReturnType<typeof findOrderOf>>
/** What lies in one parcel, the order whose parcel it is first. */
type Orders = [Order, ...Order[]]

async function ordersIn(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, producerId: ProducerId, orderId: OrderId): Promise<Orders> {
  const parcel = await ordersOfParcel(ctx.db, orderId)
  return (await Promise.all(parcel.map(({ id }) => findOrderOf(ctx, producerId, id)))) as Orders
}

/** What a carrier is asked to bring, of an order and of what the seller measured. */
function requestOf(orders: Orders, sender: StoredAccount['sender'], input: QuoteParcelInput, clientCode: string): ParcelToSend {
  const [{ receiver }] = orders
  const lines = orders.flatMap((order) => order.lines.filter(({ left }) => left > 0))
  const quantity = lines.reduce((sum, line) => sum + line.left, 0)
  return {
    clientCode,
    from: sender,
    to: {
      name: receiver.name,
      phone: receiver.phone,
      address: receiver.address,
      commune: input.toCommune,
      district: input.toDistrict,
      province: input.toProvince,
    },
    grams: input.grams,
    lengthMillimetres: input.lengthCentimetres * 10,
    widthMillimetres: input.widthCentimetres * 10,
    heightMillimetres: input.heightCentimetres * 10,
    codVnd: input.codVnd,
    valueVnd: orders.reduce((sum, { facts }) => sum + facts.owedVnd, 0),
    needsCold: input.needsCold,
    items: lines.map((line) => ({
      name: line.productName,
      quantity: line.left,
      grams: Math.max(1, Math.round(input.grams / quantity)),
      priceVnd: line.unitPriceVnd,
    })),
    note: input.note,
  }
}

export type Quote = { accountId: CarrierAccountId; carrier: CarrierName } & (
  | { feeVnd: number; refusal: null }
  | { feeVnd: null; refusal: LimitRefusal | CarrierSaysNo }
)

/** What each carrier of the seller asks for such a parcel, or why it does not take it. */
export async function quoteParcel(ctx: Ctx, lines: CarrierLines, input: QuoteParcelInput): Promise<Quote[]> {
  const owner = await orderOwner(ctx.db, input.orderId)
  requireAct(ctx.actor, parcelActs.create, tiesOfSeller(owner))
  const orders = await ordersIn(ctx, owner.producerId, input.orderId)
  const accounts = await selectAccountsOf(ctx.db, owner.producerId)
  return Promise.all(
    accounts.map(async (account): Promise<Quote> => {
      const { id: accountId, carrier } = account
      const request = requestOf(orders, account.sender, input, orders[0].code)
      const judged = judgeLimits(carrier, request, dateInVietnam(ctx.now))
      if (!judged.ok) return { accountId, carrier, feeVnd: null, refusal: judged.refusal }
      const credentials = await openCredentials(ctx.db, account)
      if (credentials === null) return { accountId, carrier, feeVnd: null, refusal: { code: 'carrier-refuses', says: 'token' } }
      const fee = await askCarrier(carrier, credentials, carrierOf(carrier).fee, request, lines)
      if (fee.ok) return { accountId, carrier, feeVnd: fee.value.feeVnd, refusal: null }
      return { accountId, carrier, feeVnd: null, refusal: saysNo(fee.refusal).refusal }
    }),
  )
}

/**
 * A parcel of an order. It stands in our books, under a code that the carrier is given, before the carrier is asked: the same form again, a second tap and a
 * lost answer all lead to that one parcel.
 */
export async function createParcel(
  ctx: Ctx,
  lines: CarrierLines,
  input: CreateParcelInput,
): Promise<Outcome<{ parcelId: ParcelId; sent: Sent }, CreateRefusal>> {
  const owner = await orderOwner(ctx.db, input.orderId)
  requireAct(ctx.actor, parcelActs.create, tiesOfSeller(owner))
  const planned = await planParcel(ctx, owner.producerId, input)
  if (!planned.ok) return planned
  return done({ parcelId: planned.value, sent: await sendParcel(ctx, lines, planned.value) })
}

/** Why no carrier is asked for these orders. */
function refuseParcel(orders: Orders, { orderId, codVnd }: CreateParcelInput): Refused<CreateRefusal> | null {
  const [order] = orders
  if (order.id !== orderId) return refuse('in-other-parcel', { order: order.code })
  if (order.facts.closed) return refuse('order-closed')
  if (orders.some(({ facts }) => facts.recall !== null)) return refuse('goods-recalled')
  if (orders.some(({ facts }) => facts.unweighed)) return refuse('order-not-weighed')
  return order.receiver.gift && codVnd > 0 ? refuse('gift-asks-money') : null
}

async function planParcel(ctx: Ctx, producerId: ProducerId, input: CreateParcelInput): Promise<Outcome<ParcelId, CreateRefusal>> {
  // The same form again finds its parcel, whatever became of the order since.
  if (!(await selectParcelByKey(ctx.db, input.requestKey))) {
    const early = refuseParcel(await ordersIn(ctx, producerId, input.orderId), input)
    if (early) return early
    // What a carrier is asked to bring is packed: from here on its buyer changes nothing of it.
    await packForCarrier(ctx, input.orderId)
  }
  const orders = await ordersIn(ctx, producerId, input.orderId)
  const [order] = orders
  return inTransaction(ctx, async (tx): Promise<Outcome<ParcelId, CreateRefusal>> => {
    await lockParcelsOf(tx, input.orderId)
    const known = await selectParcelByKey(tx, input.requestKey)
    if (known) {
      const isSame = known.orderId === input.orderId && known.codVnd === input.codVnd && known.accountId === input.accountId
      return isSame ? done(known.id) : refuse('request-key-reused')
    }
    const refused = refuseParcel(orders, input)
    if (refused) return refused
    const account = await selectAccount(tx, input.accountId)
    if (!account || account.endedAt !== null || account.producerId !== producerId) return refuse('account-missing')
    const clientCode = `${order.code}-${(await countOfOrder(tx, input.orderId)) + 1}`
    const request = requestOf(orders, account.sender, input, clientCode)
    const judged = judgeLimits(account.carrier, request, dateInVietnam(ctx.now))
    if (!judged.ok) return judged
    const id = ctx.newId('pcl')
    await insertParcel(tx, {
      id,
      producerId: account.producerId,
      orderId: order.id,
      orderCode: order.code,
      accountId: account.id,
      carrier: account.carrier,
      requestKey: input.requestKey,
      quotedVnd: input.quotedVnd ?? null,
      request,
      at: ctx.now,
      byId: actorId(ctx.actor),
    })
    await record(tx, ctx, parcelActs.create, {
      subjectId: id,
      detail: { orderCode: order.code, carrier: account.carrier, codVnd: input.codVnd },
    })
    return done(id)
  })
}
