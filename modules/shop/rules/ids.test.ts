import { expect, test } from 'vitest'
import type { reopenOrder } from '../orders/reopen-order.ts'
import type { OrderGroupId, OrderId } from './ids.ts'

type Reopen = typeof reopenOrder
type Ctx = Parameters<Reopen>[0]

test('the order of one seller is not all that a buyer sent off at once', () => {
  // Never called: what is asked of it is that it compiles, and that the swap does not.
  const calls = async (reopen: Reopen, ctx: Ctx, orderId: OrderId, groupId: OrderGroupId) => {
    await reopen(ctx, { orderId })
    // @ts-expect-error a group is not an order
    await reopen(ctx, { orderId: groupId })
  }
  expect(calls).toBeTypeOf('function')
})
