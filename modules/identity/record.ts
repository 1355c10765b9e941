import type { NamedAct, Payload } from '@dacsan/decisions'
import { recordEvent } from '@dacsan/platform/events'
import type { Ctx, Tx } from '../context.ts'
import { insertAuditEntry } from './audit.store.ts'
import { actorId } from './actor.ts'

/**
 * What was done to what. `detail` never carries secrets or more personal data than the subject itself; where the act has an event, its payload
 * is the detail unless another is given.
 */
export type Note<A extends NamedAct> = { subjectId: string; detail?: Record<string, unknown> } & (A extends { payload: Payload<infer T> }
  ? { payload: T & object }
  : { payload?: undefined })

/**
 * Records an act in the transaction of its change: the event for its subscribers, where it has a payload, and the line of the audit trail.
 * The line is written last, whatever the command does after this call: from there to the commit a lane of the trail is taken, and there are not
 * many.
 */
export async function record<A extends NamedAct>(tx: Tx, ctx: Pick<Ctx, 'actor' | 'now'>, act: A, note: Note<A>): Promise<void> {
  const { subjectId, payload, detail = payload ?? {} } = note as Note<NamedAct> & { payload?: object }
  if (payload) await recordEvent(tx, { type: act.event, payload, actorId: actorId(ctx.actor), at: ctx.now })
  await insertAuditEntry(tx, ctx, { action: act.event, subjectType: act.subject, subjectId, detail: detail as Record<string, unknown> })
}
