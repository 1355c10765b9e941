import { NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { z } from 'zod'
import type { Ctx, ReadDb, Tx } from '../../context.ts'
import { assignRound, lockDossierCard, moveDossier } from '../../dossiers/index.ts'
import { dossierActs, tiesOf } from '../../dossiers/rules.ts'
import type { DossierCard, DossierId } from '../../dossiers/rules.ts'
import { requireAct } from '../../identity/index.ts'
import { criteriaSet } from '../../law/index.ts'
import { intakeChecklist } from './intake-checklist.ts'
import { upsertIntakeCheck } from './intake.store.ts'
import { selectRound } from '../rounds/round.store.ts'
import { selectSamples } from '../preparation/sample.store.ts'
import { decideReceipt, decideReturn, returnMove, samplesComplete } from '../rules.ts'
import type { IntakeCheck, IntakeRefusal, RoundStatus } from '../rules.ts'
import { idInput } from '@dacsan/platform/ids'

const checks = z.array(z.object({ key: z.string().max(40), present: z.boolean(), remark: z.string().trim().max(500) })).max(20)

export const receiveIntoRoundInput = z.object({
  dossierId: idInput('dos'),
  roundId: idInput('rnd'),
  checks,
  /** For the office alone: it stands in its check sheet. */
  note: z.string().trim().max(2000),
  /** For the producer and the commune: it stands in the dossier. */
  message: z.string().trim().max(2000),
})
export type ReceiveIntoRoundInput = z.infer<typeof receiveIntoRoundInput>

/** The provincial office has checked a proposed dossier and takes it into a round. */
export async function receiveIntoRound(ctx: Ctx, input: ReceiveIntoRoundInput): Promise<Outcome<{ code: string }, IntakeRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const dossier = await lockFiledDossier(tx, input.dossierId)
    requireAct(ctx.actor, dossierActs.receive, tiesOf(dossier))
    const round = await selectRound(tx, input.roundId)
    if (!round) throw new NotFound('No such round', { roundId: input.roundId })
    const decision = await judgeReceipt(tx, dossier, { round: round.status, checks: input.checks })
    if (!decision.ok) return decision
    await upsertIntakeCheck(tx, { ...input, by: ctx.actor, at: ctx.now })
    await assignRound(tx, dossier.id, round.id)
    await moveDossier(tx, ctx, { dossierId: dossier.id, move: decision.event.move, note: input.message, detail: { round: round.name } })
    return done({ code: dossier.code })
  })
}

/** Whether a dossier may enter a round with these ticks, at this moment. */
export async function judgeReceipt(db: ReadDb, dossier: DossierCard, given: { round: RoundStatus; checks: readonly IntakeCheck[] }) {
  const { samplesRequired } = criteriaSet(dossier.criteriaDecision, dossier.setCode)
  return decideReceipt(dossier.status, {
    ...given,
    items: intakeChecklist.items,
    samplesComplete: samplesComplete(samplesRequired, await selectSamples(db, dossier.id)),
  })
}

export const returnDossierInput = z.object({
  dossierId: idInput('dos'),
  to: z.enum(['producer', 'commune']),
  checks,
  /** For the office alone: it stands in its check sheet. */
  note: z.string().trim().max(2000),
  /** For the producer and the commune: it stands in the dossier. */
  message: z.string().trim().max(2000),
})
export type ReturnDossierInput = z.infer<typeof returnDossierInput>

/** The provincial office gives a dossier back with a list of what to supply: to the producer, or to the commune for its own review. */
export async function returnDossier(ctx: Ctx, input: ReturnDossierInput): Promise<Outcome<{ code: string }, IntakeRefusal>> {
  const move = returnMove[input.to]
  return inTransaction(ctx, async (tx) => {
    const dossier = await lockFiledDossier(tx, input.dossierId)
    requireAct(ctx.actor, dossierActs[move], tiesOf(dossier))
    const decision = decideReturn(dossier.status, { ...input, items: intakeChecklist.items })
    if (!decision.ok) return decision
    await upsertIntakeCheck(tx, { ...input, by: ctx.actor, at: ctx.now })
    await moveDossier(tx, ctx, {
      dossierId: dossier.id,
      move,
      note: input.message,
      items: decision.event.requests,
      detail: { to: input.to },
    })
    return done({ code: dossier.code })
  })
}

/** A dossier that was filed, held until the end of the transaction; nobody above the commune knows of drafts. */
export async function lockFiledDossier(tx: Tx, dossierId: DossierId): Promise<DossierCard> {
  const dossier = await lockDossierCard(tx, dossierId)
  if (!dossier || dossier.submittedAt === null) throw new NotFound('No such dossier', { dossierId })
  return dossier
}
