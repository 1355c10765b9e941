import { NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { assignRound, moveDossier } from '../../dossiers/index.ts'
import { audit, requireRole } from '../../identity/index.ts'
import { intakeChecklist } from './intake-checklist.ts'
import { lockDossier, upsertIntakeCheck } from './intake.store.ts'
import { selectRound } from '../rounds/round.store.ts'
import { decideReceipt, decideReturn, returnMove } from '../rules.ts'
import type { IntakeRefusal } from '../rules.ts'

const checks = z.array(z.object({ key: z.string().max(40), present: z.boolean(), remark: z.string().trim().max(500) })).max(20)

export const receiveIntoRoundInput = z.object({ dossierId: z.string(), roundId: z.string(), checks, note: z.string().trim().max(2000) })
export type ReceiveIntoRoundInput = z.infer<typeof receiveIntoRoundInput>

/** The provincial office has checked a proposed dossier and takes it into a round. */
export async function receiveIntoRound(ctx: Ctx, input: ReceiveIntoRoundInput): Promise<Outcome<{ code: string }, IntakeRefusal>> {
  const person = requireRole(ctx.actor, 'provincial-officer')
  return inTransaction(ctx, async (tx) => {
    const dossier = await lockDossier(tx, input.dossierId)
    const round = await selectRound(tx, input.roundId)
    if (!dossier || !round) throw new NotFound('no such dossier or round')
    const decision = decideReceipt(dossier.status, { round: round.status, items: intakeChecklist.items, checks: input.checks })
    if (!decision.ok) return decision
    await upsertIntakeCheck(tx, { ...input, by: person, at: ctx.now })
    await assignRound(tx, dossier.id, round.id)
    await moveDossier(tx, ctx, { dossierId: dossier.id, move: 'receive', note: input.note })
    await audit(tx, ctx, { action: decision.event.type, subjectType: 'dossier', subjectId: dossier.id, detail: { round: round.name } })
    return done({ code: dossier.code })
  })
}

export const returnDossierInput = z.object({
  dossierId: z.string(),
  to: z.enum(['producer', 'commune']),
  checks,
  note: z.string().trim().max(2000),
})
export type ReturnDossierInput = z.infer<typeof returnDossierInput>

/** The provincial office gives a dossier back with a list of what to supply: to the producer, or to the commune for its own review. */
export async function returnDossier(ctx: Ctx, input: ReturnDossierInput): Promise<Outcome<{ code: string }, IntakeRefusal>> {
  const person = requireRole(ctx.actor, 'provincial-officer')
  return inTransaction(ctx, async (tx) => {
    const dossier = await lockDossier(tx, input.dossierId)
    if (!dossier) throw new NotFound('no such dossier')
    const decision = decideReturn(dossier.status, { ...input, items: intakeChecklist.items })
    if (!decision.ok) return decision
    await upsertIntakeCheck(tx, { ...input, by: person, at: ctx.now })
    await moveDossier(tx, ctx, { dossierId: dossier.id, move: returnMove[input.to], note: input.note, items: decision.event.requests })
    await audit(tx, ctx, {
      action: decision.event.type,
      subjectType: 'dossier',
      subjectId: dossier.id,
      detail: { to: input.to, requests: decision.event.requests.length },
    })
    return done({ code: dossier.code })
  })
}
