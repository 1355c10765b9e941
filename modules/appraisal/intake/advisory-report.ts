import { Forbidden, NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx, Tx } from '../../context.ts'
import { moveDossier } from '../../dossiers/index.ts'
import { audit, requireRole } from '../../identity/index.ts'
import { tiesBetween } from '../councils/conflict.store.ts'
import { selectPeople } from '../councils/council.store.ts'
import { lockDossier, selectReport, updateReport, upsertAssignment } from './intake.store.ts'
import { mayAppraise } from '../policy.ts'
import { adviserRoles, decideAssignment, decideReport } from '../rules.ts'
import type { AdvisoryRefusal } from '../rules.ts'

export const assignAdvisoryInput = z.object({ dossierId: z.string(), userId: z.string() })
export type AssignAdvisoryInput = z.infer<typeof assignAdvisoryInput>

/** Asks a member of the advisory group for the report on a received dossier; with the first request the appraisal begins. */
export async function assignAdvisory(ctx: Ctx, input: AssignAdvisoryInput): Promise<Outcome<{ adviser: string }, AdvisoryRefusal>> {
  requireRole(ctx.actor, 'provincial-officer')
  const today = dateInVietnam(ctx.now)
  return inTransaction(ctx, async (tx) => {
    const dossier = await lockDossier(tx, input.dossierId)
    if (!dossier) throw new NotFound('no such dossier')
    const adviser = (await selectPeople(tx, adviserRoles, today)).find((person) => person.userId === input.userId)
    const decision = decideAssignment(dossier.status, {
      roles: adviser?.roles ?? [],
      conflicts: await tiesBetween(tx, input.userId, dossier.id, today),
      submitted: Boolean((await selectReport(tx, dossier.id))?.submittedAt),
    })
    if (!decision.ok) return decision
    const name = adviser?.name ?? input.userId
    await upsertAssignment(tx, dossier.id, { userId: input.userId, name }, ctx.now)
    if (dossier.status === 'received') await moveDossier(tx, ctx, { dossierId: dossier.id, move: 'appraise' })
    await audit(tx, ctx, { action: decision.event.type, subjectType: 'dossier', subjectId: dossier.id, detail: { adviser: input.userId } })
    return done({ adviser: name })
  })
}

export const advisoryReportInput = z.object({
  dossierId: z.string(),
  fieldVisitOn: z.iso.date().nullable(),
  findings: z.string().trim().max(10_000),
  extraTests: z.string().trim().max(5_000),
  weaknesses: z.string().trim().max(5_000),
  recommendedStars: z.number().int().min(1).max(5).nullable(),
})
export type AdvisoryReportInput = z.infer<typeof advisoryReportInput>

/** Keeps what the adviser has written so far. */
export async function saveAdvisoryReport(ctx: Ctx, input: AdvisoryReportInput): Promise<Outcome<{ savedAt: Date }, AdvisoryRefusal>> {
  return writeReport(ctx, input, async (tx, dossier) => {
    if (dossier.submitted) return { ok: false, refusal: { code: 'report-submitted' } }
    if (dossier.status !== 'appraising') return { ok: false, refusal: { code: 'dossier-not-in-appraisal', status: dossier.status } }
    await updateReport(tx, dossier.id, input, ctx.now, null)
    await audit(tx, ctx, { action: 'appraisal.advisory-report-saved', subjectType: 'dossier', subjectId: dossier.id })
    return done({ savedAt: ctx.now })
  })
}

/** Hands the report in: from now on the council reads it and nobody changes it. */
export async function submitAdvisoryReport(ctx: Ctx, input: AdvisoryReportInput): Promise<Outcome<{ savedAt: Date }, AdvisoryRefusal>> {
  return writeReport(ctx, input, async (tx, dossier) => {
    const decision = decideReport(dossier.status, { submitted: dossier.submitted, text: input })
    if (!decision.ok) return decision
    await updateReport(tx, dossier.id, input, ctx.now, ctx.now)
    await audit(tx, ctx, { action: decision.event.type, subjectType: 'dossier', subjectId: dossier.id })
    return done({ savedAt: ctx.now })
  })
}

type ReportOnHand = NonNullable<Awaited<ReturnType<typeof lockDossier>>> & { submitted: boolean }

async function writeReport<T>(ctx: Ctx, input: AdvisoryReportInput, write: (tx: Tx, dossier: ReportOnHand) => Promise<T>): Promise<T> {
  const person = requireRole(ctx.actor, ...adviserRoles)
  return inTransaction(ctx, async (tx) => {
    const dossier = await lockDossier(tx, input.dossierId)
    const report = dossier && (await selectReport(tx, dossier.id))
    if (!dossier || !mayAppraise(person, { adviserId: report?.adviserId ?? null })) throw new NotFound('no such dossier')
    if (report?.adviserId !== person.userId) throw new Forbidden('not-the-adviser')
    return write(tx, { ...dossier, submitted: report.submittedAt !== null })
  })
}
