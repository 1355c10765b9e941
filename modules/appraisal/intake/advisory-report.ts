import { done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx, ReadDb, Tx } from '../../context.ts'
import { moveDossier } from '../../dossiers/index.ts'
import { record, requireAct } from '../../identity/index.ts'
import { tiesBetween } from '../councils/conflict.store.ts'
import { selectPeople } from '../councils/council.store.ts'
import { mayReadAppraisal, tiesOfReport } from '../policy.ts'
import { advisoryActs, adviserRoles, decideAssignment, decideReport, decideReportDraft } from '../rules.ts'
import type { AdvisoryRefusal } from '../rules.ts'
import { groundOfReport } from '../preparation/ground-of-report.ts'
import { selectReport, updateReport, upsertAssignment } from './intake.store.ts'
import { lockFiledDossier } from './receive-dossier.ts'
import type { DossierCard, DossierId } from '../../dossiers/rules.ts'
import type { Role, UserId } from '../../identity/rules.ts'
import { idInput } from '@dacsan/platform/ids'

export const assignAdvisoryInput = z.object({ dossierId: idInput('dos'), userId: idInput('usr') })
export type AssignAdvisoryInput = z.infer<typeof assignAdvisoryInput>

/** Asks a member of the advisory group for the report on a received dossier; with the first request the appraisal begins. */
export async function assignAdvisory(ctx: Ctx, input: AssignAdvisoryInput): Promise<Outcome<{ adviser: string }, AdvisoryRefusal>> {
  const today = dateInVietnam(ctx.now)
  return inTransaction(ctx, async (tx) => {
    const dossier = await lockFiledDossier(tx, input.dossierId)
    requireAct(ctx.actor, advisoryActs['assign-adviser'])
    const adviser = (await selectPeople(tx, adviserRoles, today)).find((person) => person.userId === input.userId)
    const decision = await judgeAssignment(tx, dossier, { userId: input.userId, roles: adviser?.roles ?? [], today })
    if (!decision.ok) return decision
    const name = adviser?.name ?? input.userId
    await upsertAssignment(tx, dossier.id, { userId: input.userId, name }, ctx.now)
    if (decision.event.begins) await moveDossier(tx, ctx, { dossierId: dossier.id, move: 'appraise' })
    await record(tx, ctx, advisoryActs['assign-adviser'], {
      subjectId: dossier.id,
      payload: { dossierId: dossier.id, userId: input.userId },
      detail: { adviser: input.userId },
    })
    return done({ adviser: name })
  })
}

/** Whether somebody may be asked for the report on a dossier, at this moment. */
export async function judgeAssignment(
  db: ReadDb,
  dossier: Pick<DossierCard, 'id' | 'status'>,
  { userId, roles, today }: { userId: UserId; roles: readonly Role[]; today: string },
) {
  const ties = await tiesBetween(db, userId, dossier.id, today)
  return decideAssignment(dossier.status, { roles, ties, submitted: Boolean((await selectReport(db, dossier.id))?.submittedAt) })
}

export const advisoryReportInput = z.object({
  dossierId: idInput('dos'),
  fieldVisitOn: z.iso.date().nullable(),
  findings: z.string().trim().max(10_000),
  extraTests: z.string().trim().max(5_000),
  weaknesses: z.string().trim().max(5_000),
  recommendedStars: z.number().int().min(1).max(5).nullable(),
})
export type AdvisoryReportInput = z.infer<typeof advisoryReportInput>

/** Keeps what the adviser has written so far. */
export async function saveAdvisoryReport(ctx: Ctx, input: AdvisoryReportInput): Promise<Outcome<{ savedAt: Date }, AdvisoryRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const { dossier, submitted } = await lockForReport(tx, ctx, 'save-report', input.dossierId)
    const decision = decideReportDraft(dossier.status, { submitted })
    if (!decision.ok) return decision
    await updateReport(tx, dossier.id, input, ctx.now, null)
    await record(tx, ctx, advisoryActs['save-report'], { subjectId: dossier.id })
    return done({ savedAt: ctx.now })
  })
}

/** Hands the report in: from now on the council reads it and nobody changes it. */
export async function submitAdvisoryReport(ctx: Ctx, input: AdvisoryReportInput): Promise<Outcome<{ savedAt: Date }, AdvisoryRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const { dossier, submitted } = await lockForReport(tx, ctx, 'submit-report', input.dossierId)
    const ground = await groundOfReport({ db: tx, now: ctx.now }, dossier)
    const decision = decideReport(dossier.status, { submitted, text: input, ground })
    if (!decision.ok) return decision
    await updateReport(tx, dossier.id, input, ctx.now, ctx.now)
    await record(tx, ctx, advisoryActs['submit-report'], { subjectId: dossier.id })
    return done({ savedAt: ctx.now })
  })
}

async function lockForReport(tx: Tx, ctx: Ctx, act: 'save-report' | 'submit-report', dossierId: DossierId) {
  const dossier = await lockFiledDossier(tx, dossierId)
  const report = await selectReport(tx, dossier.id)
  requireAct(ctx.actor, advisoryActs[act], tiesOfReport(report), { known: mayReadAppraisal(ctx.actor, report) })
  return { dossier, submitted: Boolean(report?.submittedAt) }
}
