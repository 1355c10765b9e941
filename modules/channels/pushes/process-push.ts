import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../../context.ts'
import type { ChannelLines } from '../doors/ask-door.ts'
import { takeOrder } from '../doors/take-orders.ts'
import type { ChannelPushId } from '../rules/ids.ts'
import { selectPush, updatePush } from './push.store.ts'

/** Works on a push: asks for the order that it names. Whoever does not answer now is asked again by the clock. */
export async function processPush(
  ctx: Pick<Ctx, 'db' | 'actor' | 'now' | 'origin' | 'newId'>,
  lines: ChannelLines,
  id: ChannelPushId,
): Promise<void> {
  const push = await selectPush(ctx.db, id)
  if (push?.state !== 'stored') return
  const taken = push.number === null ? 'gone' : await takeOrder(ctx, lines, push.shopId, push.number)
  if (taken === 'later') return
  await inTransaction(ctx, (tx) => updatePush(tx, id, taken === 'booked' ? 'asked' : 'unknown', ctx.now))
}
