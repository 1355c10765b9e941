import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { audit, requireRole } from '../../identity/index.ts'
import { listDossiers } from '../../dossiers/index.ts'
import { ruleOn } from '../../law/index.ts'
import { insertRound, lockRound, selectRounds, updateRoundStatus } from './round.store.ts'
import { decideRoundClosing, decideRoundOpening } from '../rules.ts'
import type { RoundClosingRefusal, RoundRefusal } from '../rules.ts'

export const openRoundInput = z.object({
  year: z.coerce.number().int().min(2026).max(2100),
  number: z.coerce.number().int().min(1).max(99),
})
export type OpenRoundInput = z.infer<typeof openRoundInput>

/** Opens a round of the year with the deadlines that the law sets today (Quyết định 26/2026/QĐ-TTg, Điều 5). */
export async function openRound(ctx: Ctx, { year, number }: OpenRoundInput): Promise<Outcome<{ roundId: string }, RoundRefusal>> {
  requireRole(ctx.actor, 'provincial-officer')
  return inTransaction(ctx, async (tx) => {
    const rule = await ruleOn(tx, 'round.deadlines', dateInVietnam(ctx.now))
    const exists = (await selectRounds(tx)).some((round) => round.year === year && round.number === number)
    const decision = decideRoundOpening({ year, number }, { deadlines: rule.value, exists })
    if (!decision.ok) return decision
    const { communeDeadline, provinceDeadline } = decision.event
    const round = { id: ctx.newId('rnd'), year, number, name: `Đợt ${number} năm ${year}`, communeDeadline, provinceDeadline }
    const isNew = await insertRound(tx, round, ctx.now)
    if (!isNew) return refuse('round-exists', { year, number })
    await audit(tx, ctx, {
      action: 'appraisal.round-opened',
      subjectType: 'evaluation-round',
      subjectId: round.id,
      detail: { year, number },
    })
    return done({ roundId: round.id })
  })
}

/** Ends a round once every dossier in it has been scored. */
export async function closeRound(ctx: Ctx, { roundId }: { roundId: string }): Promise<Outcome<{ roundId: string }, RoundClosingRefusal>> {
  requireRole(ctx.actor, 'provincial-officer')
  return inTransaction(ctx, async (tx) => {
    const round = await lockRound(tx, roundId)
    if (!round) throw new NotFound('no such round')
    const unfinished = await listDossiers(
      { ...ctx, db: tx },
      { roundId, status: ['proposed', 'province-returned', 'received', 'appraising'] },
    )
    const decision = decideRoundClosing(
      round.status,
      unfinished.map((dossier) => dossier.code),
    )
    if (!decision.ok) return decision
    await updateRoundStatus(tx, roundId, 'closed')
    await audit(tx, ctx, { action: decision.event.type, subjectType: 'evaluation-round', subjectId: roundId })
    return done({ roundId })
  })
}
