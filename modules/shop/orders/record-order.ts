import type { NamedAct, Payload } from '@dacsan/decisions'
import type { Ctx, Tx } from '../../context.ts'
import { record } from '../../identity/index.ts'
import type { Note } from '../../identity/index.ts'
import { actorId, actorName } from '../../identity/rules.ts'
import type { OrderMove, PlatformNote } from '../rules.ts'
import { buyerName, platformName } from '../words/orders.ts'
import { insertMoves } from './order.store.ts'
import type { OrderId } from '../rules/ids.ts'

type PayloadOf<A> = A extends { payload: Payload<infer T> } ? T & object : never

/** Records what was done to an order: the lines of its history, the event and the line of the audit trail. */
export async function recordOrder<A extends NamedAct & { payload: Payload<{ orderId: OrderId }> }>(
  tx: Tx,
  ctx: Pick<Ctx, 'actor' | 'now'>,
  act: A,
  payload: PayloadOf<A> & { orderId: OrderId },
  history: { moves: readonly OrderMove[]; byBuyer?: boolean; note?: string; said?: PlatformNote | undefined },
): Promise<void> {
  const { moves, byBuyer, note, said } = history
  const byName = byBuyer ? buyerName : doerOf(ctx.actor)
  await Promise.all([
    insertMoves(tx, payload.orderId, { moves, byId: actorId(ctx.actor), byName, note, ...(said && { said }), at: ctx.now }),
    record(tx, ctx, act, { subjectId: payload.orderId, payload } as unknown as Note<A>),
  ])
}

/** Who did it, as the history of an order names them. */
export const doerOf = (actor: Ctx['actor']): string => (actor.kind === 'system' ? platformName : actorName(actor))
