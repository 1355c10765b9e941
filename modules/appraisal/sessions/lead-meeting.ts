import { done, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { idInput } from '@dacsan/platform/ids'
import { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { record } from '../../identity/index.ts'
import { decideOrder, decidePresentation, sessionActs } from '../rules.ts'
import type { MeetingRefusal, PresentationRefusal } from '../rules.ts'
import { updateOnTable, updateOrder, updatePresentation } from './meeting.store.ts'
import { lockSessionAs, sessionDossier } from './open-session-as.ts'
import { selectSessionDossiers } from './session.store.ts'

const key = { sessionId: idInput('ses'), dossierId: idInput('dos') }

export const orderDossiersInput = z.object({ ...key, to: z.enum(['earlier', 'later']) })

/** The order in which the dossiers come before the council. */
export async function orderDossiers(
  ctx: Ctx,
  { sessionId, dossierId, to }: z.infer<typeof orderDossiersInput>,
): Promise<Outcome<{ position: number }, MeetingRefusal>> {
  const act = sessionActs['order-dossiers']
  return inTransaction(ctx, async (tx) => {
    const { session } = await lockSessionAs(tx, ctx, sessionId, act)
    await sessionDossier(tx, session.id, dossierId)
    const order = (await selectSessionDossiers(tx, session.id)).map((row) => row.dossierId)
    const decision = decideOrder(session.status, order, { dossierId, to })
    if (!decision.ok) return decision
    await updateOrder(tx, session.id, decision.event.order)
    const position = decision.event.order.indexOf(dossierId) + 1
    await record(tx, ctx, act, { subjectId: session.id, detail: { dossierId, position } })
    return done({ position })
  })
}

export const callDossierInput = z.object(key)

/** The dossier that the council turns to now; the desks of its members follow. */
export async function callDossier(
  ctx: Ctx,
  { sessionId, dossierId }: z.infer<typeof callDossierInput>,
): Promise<Outcome<{ called: true }, MeetingRefusal>> {
  const act = sessionActs['call-dossier']
  return inTransaction(ctx, async (tx) => {
    const { session } = await lockSessionAs(tx, ctx, sessionId, act)
    const closed = refuseStatus(act, session.status)
    if (closed) return closed
    await sessionDossier(tx, session.id, dossierId)
    await updateOnTable(tx, session.id, dossierId)
    await record(tx, ctx, act, { subjectId: session.id, detail: { dossierId } })
    return done({ called: true })
  })
}

export const notePresentationInput = z.object({ ...key, part: z.enum(['begins', 'ends']) })

/** When the producer presents the product, for the minutes. */
export async function notePresentation(
  ctx: Ctx,
  { sessionId, dossierId, part }: z.infer<typeof notePresentationInput>,
): Promise<Outcome<{ at: Date }, PresentationRefusal>> {
  const act = sessionActs['note-presentation']
  return inTransaction(ctx, async (tx) => {
    const { session } = await lockSessionAs(tx, ctx, sessionId, act)
    const dossier = await sessionDossier(tx, session.id, dossierId)
    const decision = decidePresentation(session.status, dossier, { part, at: ctx.now })
    if (!decision.ok) return decision
    await updatePresentation(tx, { sessionId: session.id, dossierId }, decision.event)
    await record(tx, ctx, act, { subjectId: session.id, detail: { dossierId, part } })
    return done({ at: ctx.now })
  })
}
