import { addJob } from '@dacsan/platform/add-job'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { channelShopActs } from '../acts.ts'
import { bookOrders } from '../orders/book-orders.ts'
import type { ChannelShopId } from '../rules/ids.ts'
import { lockChannels, selectShop } from '../shops/shop.store.ts'
import { askDoor } from './ask-door.ts'
import type { ChannelLines } from './ask-door.ts'
import { selectOpenDoors, updateAsked } from './door.store.ts'
import { stockJob } from './tell-stock.ts'

type Working = Pick<Ctx, 'db' | 'actor' | 'now' | 'origin' | 'newId'>
/** `gone`: the shop has no such order, or its door is switched off. */
export type Taken = 'booked' | 'gone' | 'later'

/** Asks for one order, and books what is said of it as a file would: the other shops are told the new stock. */
export async function takeOrder(ctx: Working, lines: ChannelLines, shopId: ChannelShopId, number: string): Promise<Taken> {
  requireAct(ctx.actor, channelShopActs['hear-order'])
  const shop = await selectShop(ctx.db, shopId)
  if (!shop) return 'gone'
  const answer = await askDoor(ctx, lines, shop, (door) => door.order, { number })
  if (!answer.ok) return answer.refusal.code === 'not-found' || answer.refusal.code === 'closed' ? 'gone' : 'later'
  await inTransaction(ctx, async (tx) => {
    await lockChannels(tx, shop.producerId)
    const booked = await bookOrders(tx, ctx, shop, [answer.value], 'door')
    if (booked.fresh + booked.changed === 0) return
    await addJob(tx, stockJob, {}, { key: stockJob })
    await record(tx, ctx, channelShopActs['hear-order'], { subjectId: shopId, detail: { number, state: answer.value.state, ...booked } })
  })
  return 'booked'
}

/** Pushes get lost: what changed is asked for by the clock as well, some minutes over again, so that nothing falls between two rounds. */
const overlapMs = 10 * 60_000
/** Marketplaces answer for fifteen days at most. */
const longestMs = 15 * 86_400_000
const mostPages = 40

export async function askChanged(ctx: Working, lines: ChannelLines): Promise<void> {
  for (const id of await selectOpenDoors(ctx.db)) await askShop(ctx, lines, id)
}

async function askShop(ctx: Working, lines: ChannelLines, shopId: ChannelShopId): Promise<void> {
  const seen = (await selectShop(ctx.db, shopId))!
  const to = ctx.now
  const since = Math.max((seen.askedUntil ?? seen.connectedAt ?? to).getTime() - overlapMs, to.getTime() - longestMs)
  let page = ''
  for (let count = 0; count < mostPages; count++) {
    const shop = (await selectShop(ctx.db, shopId))!
    const answer = await askDoor(ctx, lines, shop, (door) => door.changed, { from: new Date(since), to, page })
    if (!answer.ok) {
      const { refusal } = answer
      if (refusal.code !== 'closed')
        await inTransaction(ctx, (tx) => updateAsked(tx, shopId, { trouble: refusal.code === 'refused' ? refusal.says : refusal.code }))
      return
    }
    // One that does not answer now is asked for again in the next round: the span is not closed.
    for (const number of answer.value.numbers) if ((await takeOrder(ctx, lines, shopId, number)) === 'later') return
    page = answer.value.next
    if (page === '') break
  }
  if (page === '') await inTransaction(ctx, (tx) => updateAsked(tx, shopId, { askedUntil: to, trouble: '' }))
}
