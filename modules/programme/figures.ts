import { NotFound } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../context.ts'
import { ruleOn } from '../law/index.ts'
import { indicators } from './indicators.ts'
import type { Indicator, Window } from './indicators.ts'
import { requireReader } from './policy.ts'
import { breakdown, countRows } from './rules.ts'
import type { FactRow, FigureView, Period, Slice } from './rules.ts'

/** Raised when a definition or a query behind a figure changes meaning; printed with every figure that leaves the house. */
export const queryVersion = '1'

export async function indicatorsToday(ctx: Ctx): Promise<readonly Indicator[]> {
  const { value } = await ruleOn(ctx.db, 'renewal.window-days', dateInVietnam(ctx.now))
  return indicators({ renewalOpensDays: value.from })
}

export const windowOf = (ctx: Ctx, period: Period): Window => ({ ...period, today: dateInVietnam(ctx.now) })

export function viewOf({ id, name, unit, definition, source, measure }: Indicator, rows: readonly FactRow[]): FigureView {
  return { id, name, unit, definition, source, ...countRows(rows, measure) }
}

export type Drill = { figure: FigureView; columns: Indicator['columns']; rows: FactRow[]; span: Indicator['span']; period: Period }

/** The rows behind one figure: their count, or the sum of the measured column, is the figure. */
export async function drillDown(ctx: Ctx, id: string, period: Period): Promise<Drill> {
  requireReader(ctx.actor)
  const indicator = (await indicatorsToday(ctx)).find((one) => one.id === id)
  if (!indicator) throw new NotFound('No such figure', { id })
  const rows = await indicator.rows(ctx.db, windowOf(ctx, period))
  return { figure: viewOf(indicator, rows), columns: indicator.columns, rows, span: indicator.span, period }
}

/** The cuts in which the register is read; each adds up to the whole. */
export const cuts = [
  { key: 'stars', name: 'Theo hạng sao', unknown: 'Chưa rõ hạng' },
  { key: 'certifiedYear', name: 'Theo năm công nhận', unknown: 'Chưa rõ năm' },
  { key: 'setCode', name: 'Theo bộ sản phẩm', unknown: 'Chưa rõ bộ' },
  { key: 'producerKind', name: 'Theo loại chủ thể', unknown: 'Chưa rõ loại hình' },
  { key: 'communeName', name: 'Theo xã, phường hiện nay', unknown: 'Chưa rõ xã' },
  { key: 'formerDistrict', name: 'Theo huyện cũ', unknown: 'Chưa rõ huyện cũ' },
] as const

export type Cut = { key: string; name: string; slices: Slice[] }

/** The same rows, cut in each way. */
export function cutRows(rows: readonly FactRow[], labels: Partial<Record<string, (key: string) => string>>): Cut[] {
  return cuts.map(({ key, name, unknown }) => ({ key, name, slices: breakdown(rows, key, { unknown, label: labels[key] }) }))
}
