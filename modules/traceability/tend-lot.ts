import { NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { z } from 'zod'
import type { Ctx, Tx } from '../context.ts'
import { recordOwnEvents } from '../epcis-repository/index.ts'
import { record, requireAct } from '../identity/index.ts'
import { actorName } from '../identity/rules.ts'
import { lotRecalled } from './lot-events.ts'
import { lockLot, updateLotStatus, updateRecalled } from './lot.store.ts'
import type { LockedLot } from './lot.store.ts'
import { decideLotMove, decideRecall, lotActs, tiesOfLot } from './rules.ts'
import type { LotMoveRefusal, RecallRefusal } from './rules.ts'
import type { LotId } from './rules/ids.ts'
import { formWords } from './words.ts'

/** Nothing more of this lot is sold or labelled: the shelf is empty, or the maker stops. */
export const closeLot = (ctx: Ctx, input: { lotId: LotId }) => moveLot(ctx, input.lotId, 'close')
export const reopenLot = (ctx: Ctx, input: { lotId: LotId }) => moveLot(ctx, input.lotId, 'reopen')

async function moveLot(ctx: Ctx, lotId: LotId, move: 'close' | 'reopen'): Promise<Outcome<{ lotId: LotId }, LotMoveRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const lot = await lockLot(tx, lotId)
    if (!lot) throw new NotFound('No such lot', { lotId })
    requireAct(ctx.actor, lotActs[move], tiesOfLot(lot))
    const decision = decideLotMove(lot.status, move)
    if (!decision.ok) return decision
    await updateLotStatus(tx, lotId, decision.event.to)
    await record(tx, ctx, lotActs[move], { subjectId: lotId, payload: { lotId } })
    return done({ lotId })
  })
}

/** Why a lot is recalled: everybody who scans it reads this. */
export const recallReason = z.string().trim().min(5, formWords.recallReason).max(500, formWords.longest(500))
type RecallLot = { lotId: LotId; reason: string }

/**
 * Recalls a lot, by its maker or the province. From the commit on every scan says so first, and the shop, which holds the lot while
 * it sells of it, sells no more.
 */
export async function recallLot(ctx: Ctx, { lotId, reason }: RecallLot): Promise<Outcome<{ lotId: LotId }, RecallRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const lot = await lockLot(tx, lotId)
    if (!lot) throw new NotFound('No such lot', { lotId })
    const grant = requireAct(ctx.actor, lotActs.recall, tiesOfLot(lot))
    return recallLocked(tx, ctx, lot, { reason, by: grant.tie === 'owner' ? 'producer' : 'officer' })
  })
}

/** The same as a part of a case, which is opened in the same transaction; the caller has asked who may. */
export async function recallLotWithin(
  tx: Tx,
  ctx: Ctx,
  { lotId, ...why }: RecallLot & { by: 'producer' | 'officer' },
): Promise<Outcome<{ lotId: LotId }, RecallRefusal>> {
  const lot = await lockLot(tx, lotId)
  if (!lot) throw new NotFound('No such lot', { lotId })
  return recallLocked(tx, ctx, lot, why)
}

async function recallLocked(
  tx: Tx,
  ctx: Ctx,
  lot: LockedLot,
  { reason, by }: { reason: string; by: 'producer' | 'officer' },
): Promise<Outcome<{ lotId: LotId }, RecallRefusal>> {
  const decision = decideRecall(lot.status)
  if (!decision.ok) return decision
  const lotId = lot.id
  const payload = { lotId, productId: lot.product.id, producerId: lot.producer.id, reason, by } as const
  const events = [lotRecalled(ctx, lot, ctx.now)]
  await Promise.all([
    updateRecalled(tx, lotId, { status: decision.event.to, reason, at: ctx.now, by: actorName(ctx.actor) }),
    recordOwnEvents(tx, ctx, { organisationId: lot.producer.organisationId, events }),
    record(tx, ctx, lotActs.recall, { subjectId: lotId, payload }),
  ])
  return done({ lotId })
}
