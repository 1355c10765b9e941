import { NotFound } from '@dacsan/decisions'
import type { Ctx, Tx } from '../../context.ts'
import { lockOrder } from './order.store.ts'
import type { KnownOrder } from './order.store.ts'
import { maySellFor } from '../policy.ts'
import type { FulfilmentStatus, PaymentStatus } from '../rules.ts'

export type OrderState = { payment: PaymentStatus; fulfilment: FulfilmentStatus }

export const stateOf = ({ payment, fulfilment }: OrderState): OrderState => ({ payment, fulfilment })

/** An order of the producer that asks, under lock; anybody else's does not exist. */
export async function lockOwnOrder(tx: Tx, ctx: Pick<Ctx, 'actor'>, orderId: string): Promise<KnownOrder> {
  const order = await lockOrder(tx, { id: orderId })
  if (!order || !maySellFor(ctx.actor, order.organisationId)) throw new NotFound('No such order', { orderId })
  return order
}
