import { recordEvent } from '@dacsan/platform/events'
import type { Ctx, Tx } from '../context.ts'
import { audit } from '../identity/index.ts'

/** What the rest of the platform hears from traceability. */
export type TraceabilityEvents = {
  'lot.opened': { lotId: string; productId: string; producerId: string; number: string; quantity: number }
  'lot.closed': { lotId: string }
  'lot.reopened': { lotId: string }
  'lot.recalled': { lotId: string; productId: string; producerId: string; reason: string; by: 'producer' | 'officer' }
  'diary.written': { lotId: string; entryId: string; kind: string }
  'labels.printed': { lotId: string; sheetId: string; layout: string; count: number }
  'doubt.reported': { caseCode: string; lotId: string | null; productId: string | null }
  'doubt.taken-up': { caseCode: string }
  'doubt.answered': { caseCode: string; lotId: string | null; productId: string | null }
}

/** Publishes and audits one change; the last thing of its transaction. */
export async function record<Type extends keyof TraceabilityEvents>(
  tx: Tx,
  ctx: Ctx,
  type: Type,
  payload: TraceabilityEvents[Type],
  subject: { type: 'lot' | 'doubt'; id: string },
): Promise<void> {
  await recordEvent(tx, { type, payload, actorId: actorId(ctx), at: ctx.now })
  await audit(tx, ctx, { action: type, subjectType: subject.type, subjectId: subject.id, detail: payload })
}

export const actorId = ({ actor }: Pick<Ctx, 'actor'>): string | null => (actor.kind === 'person' ? actor.userId : null)
export const actorName = ({ actor }: Pick<Ctx, 'actor'>): string => (actor.kind === 'visitor' ? 'Khách' : actor.name)
