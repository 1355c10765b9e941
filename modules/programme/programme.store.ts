import type { ReadDb, Tx } from '../context.ts'
import type { KeptFigure, Period, Target } from './rules.ts'
import type { PeriodReportId } from './rules/ids.ts'

export type PublishedFigure = {
  series: string
  asOf: string
  asOfDate: string | null
  indicator: string
  value: number
  /** Where the source tells a range. */
  valueTo: number | null
  /** The first day of what happened up to `asOfDate`; null for a total of that day. */
  since: string | null
  sourceUrl: string | null
  certainty: string
  note: string | null
}

export async function upsertTargets(tx: Tx, targets: readonly Target[]): Promise<void> {
  if (targets.length === 0) return
  await tx
    .insertInto('programme_target')
    .values(
      targets.map((target) => ({
        id: target.id,
        title: target.title,
        indicator: target.indicator,
        scope: target.scope,
        period_from: target.periodFrom,
        period_to: target.periodTo,
        value_from: String(target.valueFrom),
        value_to: target.valueTo === null ? null : String(target.valueTo),
        unit: target.unit,
        instrument: target.instrument,
        source_url: target.sourceUrl,
        certainty: target.certainty,
        note: target.note,
      })),
    )
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

/** What an issued plan wants of its year stands among the targets; a later version takes its place. */
export async function upsertTarget(
  tx: Tx,
  target: { id: string; title: string; unit: string; year: number; value: number; number: string },
): Promise<void> {
  const said = { title: target.title, value_from: String(target.value), instrument: target.number }
  await tx
    .insertInto('programme_target')
    .values({
      ...said,
      id: target.id,
      indicator: 'products-new',
      scope: 'province',
      period_from: `${target.year}-01-01`,
      period_to: `${target.year}-12-31`,
      unit: target.unit,
      certainty: 'confirmed',
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(said))
    .execute()
}

export async function upsertPublished(tx: Tx, figures: readonly PublishedFigure[]): Promise<void> {
  if (figures.length === 0) return
  await tx
    .insertInto('official_figure')
    .values(
      figures.map((figure) => ({
        id: `${figure.series}/${figure.asOf}/${figure.indicator}`,
        series: figure.series,
        as_of: figure.asOf,
        as_of_date: figure.asOfDate,
        indicator: figure.indicator,
        value: String(figure.value),
        value_to: figure.valueTo === null ? null : String(figure.valueTo),
        since: figure.since,
        source_url: figure.sourceUrl,
        certainty: figure.certainty,
        note: figure.note,
      })),
    )
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

export async function selectTargets(db: ReadDb): Promise<Target[]> {
  const rows = await db.selectFrom('programme_target').selectAll().orderBy('period_to', 'desc').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    indicator: row.indicator,
    scope: row.scope,
    periodFrom: row.period_from,
    periodTo: row.period_to,
    valueFrom: Number(row.value_from),
    valueTo: row.value_to === null ? null : Number(row.value_to),
    unit: row.unit,
    instrument: row.instrument,
    sourceUrl: row.source_url,
    certainty: row.certainty,
    note: row.note,
  }))
}

export async function selectPublished(db: ReadDb): Promise<PublishedFigure[]> {
  const rows = await db.selectFrom('official_figure').selectAll().orderBy('series').orderBy('as_of_date').orderBy('id').execute()
  return rows.map((row) => ({
    series: row.series,
    asOf: row.as_of,
    asOfDate: row.as_of_date,
    indicator: row.indicator,
    value: Number(row.value),
    valueTo: row.value_to === null ? null : Number(row.value_to),
    since: row.since,
    sourceUrl: row.source_url,
    certainty: row.certainty,
    note: row.note,
  }))
}

export type KeptReport = Period & { id: PeriodReportId; producedAt: Date; producedBy: string; queryVersion: string; figures: KeptFigure[] }

export async function insertReport(tx: Tx, report: KeptReport): Promise<void> {
  await tx
    .insertInto('period_report')
    .values({
      id: report.id,
      period_from: report.from,
      period_to: report.to,
      figures: JSON.stringify(report.figures),
      query_version: report.queryVersion,
      produced_at: report.producedAt,
      produced_by: report.producedBy,
    })
    .execute()
}

export async function selectReports(db: ReadDb): Promise<KeptReport[]> {
  const rows = await db.selectFrom('period_report').selectAll().orderBy('produced_at', 'desc').orderBy('id', 'desc').execute()
  return rows.map((row) => ({
    id: row.id,
    from: row.period_from,
    to: row.period_to,
    figures: row.figures as unknown as KeptFigure[],
    queryVersion: row.query_version,
    producedAt: row.produced_at,
    producedBy: row.produced_by,
  }))
}
