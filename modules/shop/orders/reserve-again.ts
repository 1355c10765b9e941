import { dateInVietnam } from '@dacsan/vietnam'
import type { Dong } from '@dacsan/vietnam'
import type { Ctx, Tx } from '../../context.ts'
import type { OrderId, OrderLineId } from '../rules/ids.ts'
import { selectLines } from './order.store.ts'
import { availableOf, decideReopening, nameOfPack, pickLots, without } from '../rules.ts'
import type { LotPick } from '../../inventory/rules.ts'
import type { Order, SoldOutItem } from '../rules.ts'
import { lockFree } from '../../inventory/index.ts'
import { lockBook, selectPromises, setPromises, writePromises } from '../ahead/book.store.ts'
import { retakeUse } from './use-voucher.store.ts'
import { reserveAnew, selectStockedLots } from '../holds/hold.store.ts'

/** Holds the goods of a closed order once more, all lines or none; what was ordered ahead stands in the book again, while there is room. */
export async function reserveAgain(
  tx: Tx,
  ctx: Pick<Ctx, 'now'>,
  order: Order & { id: OrderId; discountVnd: Dong },
): Promise<ReturnType<typeof decideReopening>> {
  if (order.ahead) return promiseAgain(tx, order)
  const today = dateInVietnam(ctx.now)
  const lines = (await selectLines(tx, [order.id])).filter(({ left }) => left > 0)
  // One copy of the shelf: two lines of one pack never count on the same jar.
  let lots = await lockFree(tx, await selectStockedLots(tx, { productIds: lines.map(({ productId }) => productId) }))
  const picked: (LotPick & { orderLineId: OrderLineId; expiresAt: Date })[] = []
  const soldOut: SoldOutItem[] = []
  for (const line of lines) {
    const own = lots.filter(({ packId }) => packId === line.packId)
    const picks = pickLots(own, line.left, today, line.leastExpiresOn)
    if (picks) {
      picked.push(...picks.map((pick) => ({ ...pick, orderLineId: line.id, expiresAt: order.holdUntil })))
      lots = without(lots, picks)
    } else
      soldOut.push({
        listingId: line.listingId,
        name: nameOfPack(line.productName, line.netContent),
        wanted: line.left,
        available: availableOf(own, today, line.leastExpiresOn),
      })
  }
  const decision = decideReopening(order, { soldOut })
  if (decision.ok) await reserveAnew(tx, picked)
  if (decision.ok && order.discountVnd > 0) await retakeUse(tx, order.id)
  return decision
}

async function promiseAgain(tx: Tx, order: Order & { id: OrderId; discountVnd: Dong }): Promise<ReturnType<typeof decideReopening>> {
  const promises = await selectPromises(tx, order.id)
  const { slots } = await lockBook(tx, [...new Set(promises.map(({ offerId }) => offerId))])
  const soldOut = promises.flatMap(({ offerId, startsOn, quantity, offered, listingId, productName, netContent }): SoldOutItem[] => {
    const promised = slots.find((slot) => slot.offerId === offerId && slot.startsOn === startsOn)?.promised ?? 0
    const available = offered - promised
    return available < quantity ? [{ listingId, name: nameOfPack(productName, netContent), wanted: quantity, available }] : []
  })
  const decision = decideReopening(order, { soldOut })
  if (!decision.ok) return decision
  await writePromises(tx, promises)
  await setPromises(tx, order.id, 'promised')
  if (order.discountVnd > 0) await retakeUse(tx, order.id)
  return decision
}
