import { recordEvent } from '@dacsan/platform/events'
import { addWorkingDays, dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, Tx } from '../../context.ts'
import { holidays, ruleOn } from '../../law/index.ts'
import { updateStatus } from '../dossier.store.ts'
import { insertMove } from './history.store.ts'
import { moveEvents } from '../events.ts'
import type { DossierMoved } from '../events.ts'
import { insertRequest } from './request.store.ts'
import { dossierMoves } from '../rules.ts'
import type { DossierCard, DossierMove, RequestItem, SupplementRequest } from '../rules.ts'

export type MoveDetails = { note?: string; items?: readonly Pick<RequestItem, 'about' | 'text'>[] }

/** Carries out a move that was decided: status, history, what was asked for, the commune's day, and the event. The caller audits. */
export async function recordMove(tx: Tx, ctx: Ctx, dossier: DossierCard, move: DossierMove, details: MoveDetails = {}): Promise<void> {
  const { to } = dossierMoves[move]
  const by = ctx.actor.kind === 'person' ? { byId: ctx.actor.userId, byName: ctx.actor.name } : { byId: null, byName: nameOf(ctx.actor) }
  const communeDueOn = to === 'submitted' ? await communeDueOnFor(tx, dateInVietnam(ctx.now)) : undefined
  await updateStatus(tx, dossier.id, { status: to, communeDueOn, at: ctx.now })
  await insertMove(tx, dossier.id, { move, from: dossier.status, to, ...by, note: details.note || null, at: ctx.now })
  if (details.items && details.items.length > 0) {
    await insertRequest(tx, dossier.id, {
      id: ctx.newId('req'),
      move: move as SupplementRequest['move'],
      items: details.items.map(({ about, text }) => ({ about, text, answeredAt: null })),
      requestedBy: by.byId ?? by.byName,
      requestedByName: by.byName,
      requestedAt: ctx.now,
    })
  }
  const payload: DossierMoved = {
    dossierId: dossier.id,
    code: dossier.code,
    productId: dossier.product.id,
    producerId: dossier.producer.id,
    communeCode: dossier.commune.code,
  }
  await recordEvent(tx, { type: moveEvents[move], payload, actorId: by.byId, at: ctx.now })
}

/** The last day for the commune: so many working days after the day it has the dossier. */
export async function communeDueOnFor(tx: Tx, day: string): Promise<string> {
  const rule = await ruleOn(tx, 'dossier.commune-review-working-days', day)
  return addWorkingDays(day, rule.value, holidays())
}

const nameOf = (actor: Ctx['actor']) => (actor.kind === 'visitor' ? 'visitor' : actor.name)
