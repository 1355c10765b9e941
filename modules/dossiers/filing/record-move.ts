import { record } from '../../identity/index.ts'
import { actorId, actorName } from '../../identity/rules.ts'
import { addWorkingDays, dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, Tx } from '../../context.ts'
import { recordRenewal } from '../../catalogue/index.ts'
import { holidays, ruleOn } from '../../law/index.ts'
import { updateStatus } from '../dossier.store.ts'
import { insertMove } from './history.store.ts'
import { insertRequest } from './request.store.ts'
import { forWhom } from '../policy.ts'
import { dossierActs, isUnderWay, renewalDueOnFor } from '../rules.ts'
import type { DossierCard, DossierMove, RequestItem, SupplementRequest } from '../rules.ts'

export type MoveDetails = {
  note?: string
  items?: readonly Pick<RequestItem, 'about' | 'text'>[]
  /** What the audit trail says beside the code of the dossier. */
  detail?: Record<string, unknown>
}

/** Carries out a move that was decided: status, what the register knows of a renewal, history, what was asked for, the days that begin, the event and the line of the audit trail. */
export async function recordMove(tx: Tx, ctx: Ctx, dossier: DossierCard, move: DossierMove, details: MoveDetails = {}): Promise<void> {
  const act = dossierActs[move]
  const by = { byId: actorId(ctx.actor), byName: actorName(ctx.actor) }
  const forName = forWhom(ctx.actor, dossier)
  const communeDueOn = act.to === 'submitted' ? await communeDueOnFor(tx, dateInVietnam(ctx.now)) : undefined
  const isComplete = dossier.kind === 'renewal' && act.to === dossierActs.receive.to
  const renewalDueOn = isComplete ? await renewalDueOnOf(tx, dateInVietnam(ctx.now)) : undefined
  await updateStatus(tx, dossier.id, { status: act.to, communeDueOn, renewalDueOn, at: ctx.now })
  if (dossier.kind === 'renewal') await recordRenewal(tx, { productId: dossier.product.id, underWay: isUnderWay(act.to) })
  await insertMove(tx, dossier.id, { move, from: dossier.status, to: act.to, ...by, forName, note: details.note || null, at: ctx.now })
  const items = details.items ?? []
  if (items.length > 0) {
    await insertRequest(tx, dossier.id, {
      id: ctx.newId('req'),
      move: move as SupplementRequest['move'],
      items: items.map(({ about, text }) => ({ about, text, answeredAt: null })),
      requestedBy: by.byId ?? by.byName,
      requestedByName: by.byName,
      requestedAt: ctx.now,
    })
  }
  const payload = {
    dossierId: dossier.id,
    code: dossier.code,
    productId: dossier.product.id,
    producerId: dossier.producer.id,
    communeCode: dossier.commune.code,
  }
  const detail = {
    code: dossier.code,
    ...(forName !== null && { onBehalfOf: forName }),
    ...(items.length > 0 && { items: items.length }),
    ...details.detail,
  }
  await record(tx, ctx, act, { subjectId: dossier.id, payload, detail })
}

/** The last day for the commune: so many working days after the day it has the dossier. */
export async function communeDueOnFor(tx: Tx, day: string): Promise<string> {
  const rule = await ruleOn(tx, 'dossier.commune-review-working-days', day)
  return addWorkingDays(day, rule.value, holidays())
}

const renewalDueOnOf = async (tx: Tx, day: string): Promise<string> =>
  renewalDueOnFor(day, (await ruleOn(tx, 'renewal.finish-days', day)).value)
