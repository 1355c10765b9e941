import { done, mayOf } from '@dacsan/decisions'
import type { May, Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../context.ts'
import { actorName, grantsOf, record, requireAct } from '../identity/index.ts'
import { drawAnew } from '../papers/index.ts'
import type { DrawingRefusal } from '../papers/rules.ts'
import { reportActs } from './acts.ts'
import { queryVersion } from './figures.ts'
import { reportDocument } from './papers/report-document.ts'
import { reportWorkbook } from './papers/report-workbook.ts'
import { requireReader } from './policy.ts'
import { insertReport, selectReports } from './programme.store.ts'
import type { KeptReport } from './programme.store.ts'
import { composeReport, previewReport } from './report-preview.ts'
import type { ReportRefusal } from './report-preview.ts'
import type { Period } from './rules.ts'
import type { PeriodReportId } from './rules/ids.ts'

/** The report as an editable paper or as a workbook of its rows. */
export async function renderReport(
  ctx: Ctx,
  period: Period,
  format: 'docx' | 'xlsx',
): Promise<Outcome<Uint8Array, ReportRefusal | DrawingRefusal>> {
  const preview = await previewReport(ctx, period)
  if (!preview.ok) return preview
  return drawAnew(
    ctx,
    format === 'docx'
      ? { kind: 'document-docx', document: reportDocument(preview.value) }
      : { kind: 'workbook-xlsx', workbook: reportWorkbook(preview.value) },
  )
}

/** Keeps the figures of a report that goes out, so that the next one can say what changed. */
export async function keepReport(ctx: Ctx, period: Period): Promise<Outcome<{ reportId: PeriodReportId }, ReportRefusal>> {
  requireAct(ctx.actor, reportActs.keep)
  const preview = await composeReport(ctx, period)
  if (!preview.ok) return preview
  const figures = preview.value.figures.map(({ figure: { id, real, sample } }) => ({ id, real, sample }))
  return inTransaction(ctx, async (tx) => {
    const id = ctx.newId('rep')
    await insertReport(tx, { id, ...period, figures, queryVersion, producedAt: ctx.now, producedBy: actorName(ctx.actor) })
    await record(tx, ctx, reportActs.keep, { subjectId: id, detail: { ...period } })
    return done({ reportId: id })
  })
}

/** The reports that went out, the latest first, and whether the reader may keep another. */
export async function listReports(ctx: Ctx): Promise<{ kept: Omit<KeptReport, 'figures'>[]; may: May<typeof reportActs> }> {
  requireReader(ctx.actor)
  const kept = (await selectReports(ctx.db)).map(({ figures: _figures, ...report }) => report)
  return { kept, may: mayOf(reportActs, '', grantsOf(ctx.actor)) }
}
