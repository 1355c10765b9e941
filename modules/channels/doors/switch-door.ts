import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { doorOf } from '@dacsan/marketplaces'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { channelShopActs, tiesOfSeller } from '../acts.ts'
import type { SwitchOffInput, SwitchOnInput } from '../inputs.ts'
import type { SwitchOffRefusal, SwitchOnRefusal } from '../rules/refusals.ts'
import { lockChannels, selectShop } from '../shops/shop.store.ts'
import { askWith, saysNo } from './ask-door.ts'
import type { ChannelLines } from './ask-door.ts'
import { isDoorTaken, updateDoor } from './door.store.ts'

/** Switches the door of one shop on, once the marketplace has answered to what was typed. */
export async function switchOn(
  ctx: Ctx,
  lines: ChannelLines,
  { shopId, keys: typed }: SwitchOnInput,
): Promise<Outcome<null, SwitchOnRefusal>> {
  const shop = await selectShop(ctx.db, shopId)
  if (!shop) throw new NotFound('No such shop')
  requireAct(ctx.actor, channelShopActs['switch-on'], tiesOfSeller(shop))
  const door = doorOf(shop.channel)
  const given: Readonly<Record<string, string>> = typed
  const fields = door.keyFields.filter((name) => (given[name] ?? '') === '')
  if (fields.length > 0) return refuse('keys-missing', { fields })
  const keys = Object.fromEntries(door.keyFields.map((name) => [name, given[name]!]))
  const remoteNumber = keys[door.shopField]!
  const hour = 3_600_000
  const tried = await askWith(shop.channel, keys, door.changed, { from: new Date(Date.now() - hour), to: new Date(), page: '' }, lines)
  if (!tried.ok) return saysNo(tried.refusal)
  return inTransaction(ctx, async (tx): Promise<Outcome<null, SwitchOnRefusal>> => {
    await lockChannels(tx, shop.producerId)
    if (await isDoorTaken(tx, shop, remoteNumber)) return refuse('door-taken')
    await updateDoor(tx, shopId, { keys, remoteNumber, at: ctx.now })
    await record(tx, ctx, channelShopActs['switch-on'], { subjectId: shopId, detail: { channel: shop.channel } })
    return done(null)
  })
}

/** What opened the door is thrown away; what is known of orders stays. */
export async function switchOff(ctx: Ctx, { shopId }: SwitchOffInput): Promise<Outcome<null, SwitchOffRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, SwitchOffRefusal>> => {
    const seen = await selectShop(tx, shopId)
    if (!seen) throw new NotFound('No such shop')
    requireAct(ctx.actor, channelShopActs['switch-off'], tiesOfSeller(seen))
    await lockChannels(tx, seen.producerId)
    if ((await selectShop(tx, shopId))!.keys === null) return refuse('not-switched-on')
    await updateDoor(tx, shopId, null)
    await record(tx, ctx, channelShopActs['switch-off'], { subjectId: shopId, detail: { channel: seen.channel } })
    return done(null)
  })
}
