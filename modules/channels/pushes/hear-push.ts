import { readPush, verifyPush } from '@dacsan/marketplaces'
import type { MarketplaceName } from '@dacsan/marketplaces'
import { addJob } from '@dacsan/platform/add-job'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../../context.ts'
import { openKeys, selectOpenDoors } from '../doors/door.store.ts'
import { selectShop } from '../shops/shop.store.ts'
import { insertPush } from './push.store.ts'

export const hearJob = 'channels.hear'
export type ChannelPushAnswer = 'stored' | 'rejected' | 'not-connected'
type Heard = { body: Uint8Array; authorization: string | undefined; url: string; now: Date }

/**
 * Takes what a marketplace sends by itself: known by its signature over the body as it came. Stored, answered at once (Lazada waits half a second), worked on by
 * a job of the same transaction; what comes again is one push. Nothing changes by it: the marketplace is asked.
 */
export async function hearChannelPush(
  ctx: Pick<Ctx, 'db' | 'newId'>,
  from: MarketplaceName,
  { body, authorization, url, now }: Heard,
): Promise<ChannelPushAnswer> {
  const read = readPush(from, body)
  // One firm's key may be that of several shops: the number of the shop says which it is.
  const remoteNumber = read.ok ? read.value.key.split('/')[0]! : ''
  const open = await selectOpenDoors(ctx.db, { channel: from, remoteNumber })
  for (const shopId of open) {
    if (!read.ok) break
    const shop = (await selectShop(ctx.db, shopId))!
    const keys = await openKeys(ctx.db, shop)
    const secret = keys?.['partnerKey'] ?? keys?.['appSecret'] ?? ''
    const verified = await verifyPush(from, { secret, appKey: keys?.['appKey'] ?? '', url }, { body, authorization })
    if (!verified.ok) continue
    const pushId = ctx.newId('chp')
    const { key, order } = read.value
    const push = { id: pushId, shopId, body: new TextDecoder().decode(body), key, number: order?.number ?? null, at: now }
    await inTransaction(ctx, async (tx) => {
      if (await insertPush(tx, push)) await addJob(tx, hearJob, { pushId }, { key: `${hearJob}:${pushId}` })
    })
    return 'stored'
  }
  return (await selectOpenDoors(ctx.db, { channel: from })).length === 0 ? 'not-connected' : 'rejected'
}
