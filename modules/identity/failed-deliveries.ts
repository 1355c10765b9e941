import { done, mayOf, refuse } from '@dacsan/decisions'
import type { May, Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { listFailedDeliveries as listFailed, retryDelivery as retry } from '@dacsan/platform/jobs'
import type { FailedDelivery } from '@dacsan/platform/jobs'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { eventActs } from './acts.ts'
import { requireRole } from './actor.ts'
import { record } from './record.ts'
import type { DeliveryRefusal } from './rules.ts'
import { grantsOf, requireAct } from './ties.ts'

export type FailedDeliveries = { deliveries: FailedDelivery[]; total: number; may: May<typeof eventActs> }

const shown = 100

/** The events that a subscriber could not process, the oldest first; administrators only. */
export async function listFailedDeliveries(ctx: Pick<Ctx, 'db' | 'actor'>): Promise<FailedDeliveries> {
  requireRole(ctx.actor, 'administrator')
  const failed = await listFailed<Tables>(ctx.db)
  return { deliveries: failed.slice(0, shown), total: failed.length, may: mayOf(eventActs, '', grantsOf(ctx.actor)) }
}

/** Delivers a failed event to its subscriber again, now and with all its tries before it. */
export async function retryDelivery(ctx: Ctx, jobId: string): Promise<Outcome<null, DeliveryRefusal>> {
  const act = eventActs['retry-delivery']
  return inTransaction(ctx, async (tx) => {
    requireAct(ctx.actor, act)
    const delivery = (await listFailed<Tables>(tx)).find((failed) => failed.jobId === jobId)
    // Between the list and the button it may have succeeded, or it is being tried at this moment.
    if (!delivery || !(await retry(tx, jobId))) return refuse('delivery-not-waiting')
    const { eventId, type, subscriber, attempts } = delivery
    await record(tx, ctx, act, { subjectId: eventId, detail: { type, subscriber, attempts } })
    return done(null)
  })
}
