import { NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import type { KeptFile } from '@dacsan/platform/files'
import { idInput } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx, Tx } from '../../context.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import { record, requireAct, takeUpload } from '../../identity/index.ts'
import { actorId, actorName } from '../../identity/rules.ts'
import { selectReport } from '../intake/intake.store.ts'
import { lockFiledDossier } from '../intake/receive-dossier.ts'
import { mayReadAppraisal, tiesOfReport } from '../policy.ts'
import { decideVisitPlan, decideVisitReport, preparationActs } from '../rules.ts'
import type { VisitRefusal, VisitReportRefusal } from '../rules.ts'
import type { FieldVisitId } from '../rules/ids.ts'
import { preparationInputWords as says } from '../words/preparation.ts'
import { insertVisit, insertVisitPhoto, lockVisit, updateVisitReported } from './visit.store.ts'

export const planVisitInput = z.object({
  dossierId: idInput('dos'),
  plannedOn: z.iso.date(says.day),
  visitors: z.string().trim().min(1, says.visitors).max(500),
})
export type PlanVisitInput = z.infer<typeof planVisitInput>

/** Says when the advisory group goes to where the product is made, and who goes. */
export async function planVisit(ctx: Ctx, input: PlanVisitInput): Promise<Outcome<{ visitId: FieldVisitId }, VisitRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const dossier = await lockForVisit(tx, ctx, 'plan-visit', input.dossierId)
    const decision = decideVisitPlan(dossier.status)
    if (!decision.ok) return decision
    const id = ctx.newId('fvt')
    const { plannedOn, visitors } = input
    await insertVisit(tx, { id, dossierId: dossier.id, plannedOn, visitors, plannedByName: actorName(ctx.actor) }, ctx.now)
    await record(tx, ctx, preparationActs['plan-visit'], { subjectId: dossier.id, detail: { visit: id, plannedOn } })
    return done({ visitId: id })
  })
}

export const reportVisitInput = z.object({
  dossierId: idInput('dos'),
  visitId: idInput('fvt'),
  visitedOn: z.iso.date(says.day),
  place: z.string().trim().min(1, says.place).max(300),
  findings: z.string().trim().min(1, says.findings).max(10_000),
})
export type ReportVisitInput = z.infer<typeof reportVisitInput>

type Photo = { content: Blob | Uint8Array; name: string }

/** What was found there, with its photos; it stands as it was told. */
export async function reportVisit(
  ctx: Ctx,
  input: ReportVisitInput,
  photos: readonly Photo[],
): Promise<Outcome<{ photos: number }, VisitReportRefusal>> {
  const told = { ...input, at: ctx.now, byName: actorName(ctx.actor) }
  // Before a file is kept: whoever may not tell of the visit fills no disk.
  const asked = await inTransaction(ctx, (tx) => judgeReport(tx, ctx, input))
  if (!asked.ok) return asked
  const kept: KeptFile[] = []
  for (const photo of photos) {
    const one = await takeUpload(ctx, photo, ['photo'])
    if (!one.ok) return one
    kept.push(one.value)
  }
  return inTransaction(ctx, async (tx) => {
    const decision = await judgeReport(tx, ctx, input)
    if (!decision.ok) return decision
    await updateVisitReported(tx, input.visitId, told)
    for (const file of kept) {
      await recordFile(tx, file, { by: actorId(ctx.actor), at: ctx.now })
      await insertVisitPhoto(tx, { id: ctx.newId('fvp'), visitId: input.visitId, hash: file.hash, name: file.originalName })
    }
    const detail = { visit: input.visitId, visitedOn: input.visitedOn, photos: kept.length }
    await record(tx, ctx, preparationActs['report-visit'], { subjectId: input.dossierId, detail })
    return done({ photos: kept.length })
  })
}

async function judgeReport(tx: Tx, ctx: Ctx, { dossierId, visitId, visitedOn }: ReportVisitInput) {
  const dossier = await lockForVisit(tx, ctx, 'report-visit', dossierId)
  const visit = await lockVisit(tx, visitId)
  if (visit?.dossierId !== dossier.id) throw new NotFound('No such visit', { visitId })
  return decideVisitReport(dossier.status, { reported: visit.reportedAt !== null, visitedOn, today: dateInVietnam(ctx.now) })
}

async function lockForVisit(tx: Tx, ctx: Ctx, act: 'plan-visit' | 'report-visit', dossierId: DossierId) {
  const dossier = await lockFiledDossier(tx, dossierId)
  const report = await selectReport(tx, dossier.id)
  requireAct(ctx.actor, preparationActs[act], tiesOfReport(report), { known: mayReadAppraisal(ctx.actor, report) })
  return dossier
}
