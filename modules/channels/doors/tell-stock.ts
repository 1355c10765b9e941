import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import type { ChannelShopId } from '../rules/ids.ts'
import { selectShop } from '../shops/shop.store.ts'
import { askDoor } from './ask-door.ts'
import type { ChannelLines } from './ask-door.ts'
import { claimTelling, endTelling, selectFreeStock, selectOffers, selectOpenDoors, updateAsked, updateTold } from './door.store.ts'

/** Tells every shop whose door is open what is left. Asked for after each change that is known here, and by the clock. */
export const stockJob = 'channels.tell-stock'

/** So often the shelf is looked at again before a shop is let go: it changes while a marketplace is asked. */
const mostRounds = 3
const claimMs = 60_000

type Working = Pick<Ctx, 'db' | 'actor' | 'now'>

export async function tellStock(ctx: Working, lines: ChannelLines): Promise<number> {
  let told = 0
  for (const id of await selectOpenDoors(ctx.db)) told += await tellShop(ctx, lines, id)
  return told
}

/** Only what differs from what the shop was told last; told twice it is the same. */
export async function tellShop(ctx: Working, lines: ChannelLines, shopId: ChannelShopId): Promise<number> {
  const now = new Date()
  if (!(await inTransaction(ctx, (tx) => claimTelling(tx, shopId, { now, until: new Date(now.getTime() + claimMs) })))) return 0
  let told = 0
  try {
    for (let round = 0; round < mostRounds; round++) {
      const some = await tellOnce(ctx, lines, shopId)
      told += some
      if (some === 0) break
    }
  } finally {
    await inTransaction(ctx, (tx) => endTelling(tx, shopId))
  }
  return told
}

async function tellOnce(ctx: Working, lines: ChannelLines, shopId: ChannelShopId): Promise<number> {
  const offers = await selectOffers(ctx.db, shopId)
  const free = await selectFreeStock(ctx.db, offers.map(({ packId }) => packId), dateInVietnam(ctx.now)) // prettier-ignore
  let told = 0
  for (const { packId, remote, toldQuantity } of offers) {
    const quantity = free.get(packId) ?? 0
    if (quantity === toldQuantity) continue
    const shop = (await selectShop(ctx.db, shopId))!
    const answer = await askDoor(ctx, lines, shop, (door) => door.stock, { sku: packId, remote, quantity })
    if (!answer.ok) {
      // A marketplace that says no or nothing is asked again by the clock; the seller sees why.
      const { refusal } = answer
      await inTransaction(ctx, (tx) => updateAsked(tx, shopId, { trouble: refusal.code === 'refused' ? refusal.says : refusal.code }))
      return 0
    }
    await inTransaction(ctx, async (tx) => {
      await updateTold(tx, shopId, packId, quantity, ctx.now)
      if (shop.trouble !== '') await updateAsked(tx, shopId, { trouble: '' })
    })
    told++
  }
  return told
}
