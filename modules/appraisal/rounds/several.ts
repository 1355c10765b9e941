import { NotFound } from '@dacsan/decisions'
import { idInput } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { proposedAtOf, selectDossierCard } from '../../dossiers/index.ts'
import { dossierActs } from '../../dossiers/rules.ts'
import type { DossierCard, DossierId, RoundId } from '../../dossiers/rules.ts'
import { requireAct } from '../../identity/index.ts'
import { selectPeople } from '../councils/council.store.ts'
import type { Candidate } from '../councils/council.store.ts'
import { listAppraisals } from '../intake/list-appraisals.ts'
import type { AppraisalRow } from '../intake/list-appraisals.ts'
import { assignAdvisory, judgeAssignment } from '../intake/advisory-report.ts'
import { intakeChecklist } from '../intake/intake-checklist.ts'
import { judgeReceipt, receiveIntoRound } from '../intake/receive-dossier.ts'
import { advisoryActs, adviserRoles, isLateFor } from '../rules.ts'
import type { AppraisalRefusal } from '../rules.ts'
import { preparationInputWords as says } from '../words/preparation.ts'
import { findRound } from './find-round.ts'
import type { RoundView } from './find-round.ts'
import { selectRound } from './round.store.ts'

const several = z.preprocess(
  (given) => (typeof given === 'string' ? [given] : (given ?? [])),
  z.array(idInput('dos')).min(1, says.several).max(100),
)

export const assignSeveralInput = z.object({ dossierIds: several, userId: idInput('usr', says.adviser) })
export type AssignSeveralInput = z.infer<typeof assignSeveralInput>

export type Several = {
  round: RoundView
  /** Waiting for the check of the province: they can be taken into this round. */
  toReceive: AppraisalRow[]
  /** In this round, waiting for a report or for somebody to write it. */
  toAssign: AppraisalRow[]
  advisers: Candidate[]
}

/** The dossiers to which one act can be done together; for the office. */
export async function findSeveral(ctx: Ctx, roundId: RoundId): Promise<Several> {
  requireAct(ctx.actor, dossierActs.receive)
  const { round, dossiers } = await findRound(ctx, roundId)
  return {
    round,
    toReceive: round.isOpen ? await listAppraisals(ctx, { stage: 'to-check' }) : [],
    toAssign: dossiers.filter(({ stage }) => stage === 'to-assign' || stage === 'to-report'),
    advisers: await selectPeople(ctx.db, adviserRoles, dateInVietnam(ctx.now)),
  }
}

/** What an act would do, or did, to one of several dossiers; null: it is done. */
export type OneOfSeveral = { dossierId: DossierId; code: string; product: string; refusal: AppraisalRefusal | null; late: boolean }

/** What would come of asking somebody for the reports on several dossiers; nothing is kept. */
export async function previewAssignments(ctx: Ctx, { dossierIds, userId }: AssignSeveralInput): Promise<OneOfSeveral[]> {
  requireAct(ctx.actor, advisoryActs['assign-adviser'])
  const today = dateInVietnam(ctx.now)
  const person = (await selectPeople(ctx.db, adviserRoles, today)).find((one) => one.userId === userId)
  return forEach(ctx, dossierIds, async (dossier) => {
    const decision = await judgeAssignment(ctx.db, dossier, { userId, roles: person?.roles ?? [], today })
    return decision.ok ? null : decision.refusal
  })
}

/** Asks somebody for the reports on several dossiers, each by itself: one that cannot be given hinders no other. */
export async function assignSeveral(ctx: Ctx, { dossierIds, userId }: AssignSeveralInput): Promise<OneOfSeveral[]> {
  requireAct(ctx.actor, advisoryActs['assign-adviser'])
  return forEach(ctx, dossierIds, async ({ id: dossierId }) => {
    const outcome = await assignAdvisory(ctx, { dossierId, userId })
    return outcome.ok ? null : outcome.refusal
  })
}

export const receiveSeveralInput = z.object({
  dossierIds: several,
  roundId: idInput('rnd'),
  /** The officer has gone through every part of each of them. */
  checked: z.literal('on', says.checked),
})
export type ReceiveSeveralInput = Omit<z.infer<typeof receiveSeveralInput>, 'checked'>

/** Every part ticked: what the officer says of each dossier with the one tick of the form. */
const complete = intakeChecklist.items.map(({ key }) => ({ key, present: true, remark: '' }))

/** What would come of taking several dossiers into a round; nothing is kept. */
export async function previewReceipts(ctx: Ctx, { dossierIds, roundId }: ReceiveSeveralInput): Promise<OneOfSeveral[]> {
  requireAct(ctx.actor, dossierActs.receive)
  const round = await openRoundOf(ctx, roundId)
  return forEach(
    ctx,
    dossierIds,
    async (dossier) => {
      const decision = await judgeReceipt(ctx.db, dossier, { round: round.status, checks: complete })
      return decision.ok ? null : decision.refusal
    },
    round,
  )
}

/** Takes several dossiers into a round whose every part the officer has checked, each by itself. */
export async function receiveSeveral(ctx: Ctx, { dossierIds, roundId }: ReceiveSeveralInput): Promise<OneOfSeveral[]> {
  requireAct(ctx.actor, dossierActs.receive)
  await openRoundOf(ctx, roundId)
  return forEach(ctx, dossierIds, async ({ id: dossierId }) => {
    const outcome = await receiveIntoRound(ctx, { dossierId, roundId, checks: complete, note: '', message: '' })
    return outcome.ok ? null : outcome.refusal
  })
}

async function openRoundOf({ db }: Ctx, roundId: RoundId) {
  const round = await selectRound(db, roundId)
  if (!round) throw new NotFound('No such round', { roundId })
  return round
}

async function forEach(
  { db }: Ctx,
  dossierIds: readonly DossierId[],
  judge: (dossier: DossierCard) => Promise<AppraisalRefusal | null>,
  round?: { communeDeadline: string },
): Promise<OneOfSeveral[]> {
  const proposed = await proposedAtOf(db, dossierIds)
  const answers: OneOfSeveral[] = []
  // One after the other, by their ids, as everything that locks dossiers does.
  for (const dossierId of [...new Set(dossierIds)].toSorted()) {
    const dossier = await selectDossierCard(db, dossierId)
    if (!dossier || dossier.submittedAt === null) throw new NotFound('No such dossier', { dossierId })
    const at = proposed.find((one) => one.dossierId === dossierId)?.at
    answers.push({
      dossierId,
      code: dossier.code,
      product: dossier.product.name,
      refusal: await judge(dossier),
      late: Boolean(round && at && isLateFor(round, dateInVietnam(at))),
    })
  }
  return answers
}
