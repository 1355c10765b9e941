import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { consume, refund } from '@dacsan/platform/rate-limit'
import type { Ctx } from '../../context.ts'
import type { OrderLookUpInput } from '../inputs.ts'
import { limits } from '../limits.ts'
import type { LookUpRefusal } from '../rules.ts'
import { isSecret } from './lock-order.ts'
import { selectOrder } from './order.store.ts'

/** The link again for somebody who knows the code and the phone number of an order; tries are counted per address, per code from an address, and per code; the right ones are given back. */
export async function lookUpOrder(
  ctx: Pick<Ctx, 'db' | 'now'>,
  { code, phone }: OrderLookUpInput,
  address: string,
): Promise<Outcome<{ code: string; secret: string }, LookUpRefusal>> {
  const counts = [
    { limit: limits.orderAddress, address },
    { limit: limits.orderCode, subject: code, address },
    { limit: limits.orderCodeAnywhere, subject: code },
  ]
  const minutes = await consume(ctx.db, ctx.now, ...counts)
  if (minutes > 0) return refuse('too-many-attempts', { minutes })
  const order = await selectOrder(ctx.db, { code })
  if (!order || !isSecret(order.buyerPhone, phone)) return refuse('order-unknown')
  await refund(ctx.db, ...counts)
  return done({ code, secret: order.linkSecret })
}
