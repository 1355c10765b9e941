import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { ruleOn } from '../../law/index.ts'
import { insertRound, lockRound, selectRounds, selectUnscored, updateRoundStatus } from './round.store.ts'
import { decideRoundClosing, decideRoundOpening, roundActs } from '../rules.ts'
import type { RoundClosingRefusal, RoundRefusal } from '../rules.ts'
import { roundName } from '../words.ts'
import type { RoundId } from '../../dossiers/rules.ts'

export const openRoundInput = z.object({
  year: z.coerce.number().int().min(2026).max(2100),
  number: z.coerce.number().int().min(1).max(99),
})
export type OpenRoundInput = z.infer<typeof openRoundInput>

/** Opens a round of the year with the deadlines that the law sets today (Quyết định 26/2026/QĐ-TTg, Điều 5). */
export async function openRound(ctx: Ctx, { year, number }: OpenRoundInput): Promise<Outcome<{ roundId: RoundId }, RoundRefusal>> {
  requireAct(ctx.actor, roundActs.open)
  return inTransaction(ctx, async (tx) => {
    const rule = await ruleOn(tx, 'round.deadlines', dateInVietnam(ctx.now))
    const exists = (await selectRounds(tx)).some((round) => round.year === year && round.number === number)
    const decision = decideRoundOpening({ year, number }, { deadlines: rule.value, exists })
    if (!decision.ok) return decision
    const { communeDeadline, provinceDeadline } = decision.event
    const round = { id: ctx.newId('rnd'), year, number, name: roundName({ year, number }), communeDeadline, provinceDeadline }
    const isNew = await insertRound(tx, round, ctx.now)
    if (!isNew) return refuse('round-exists', { year, number })
    await record(tx, ctx, roundActs.open, { subjectId: round.id, detail: { year, number } })
    return done({ roundId: round.id })
  })
}

/** Ends a round once every dossier in it has been scored. */
export async function closeRound(ctx: Ctx, { roundId }: { roundId: RoundId }): Promise<Outcome<{ roundId: RoundId }, RoundClosingRefusal>> {
  requireAct(ctx.actor, roundActs.close)
  return inTransaction(ctx, async (tx) => {
    const round = await lockRound(tx, roundId)
    if (!round) throw new NotFound('No such round', { roundId })
    const decision = decideRoundClosing(round.status, await selectUnscored(tx, roundId))
    if (!decision.ok) return decision
    await updateRoundStatus(tx, roundId, decision.event.to)
    await record(tx, ctx, roundActs.close, { subjectId: roundId })
    return done({ roundId })
  })
}
