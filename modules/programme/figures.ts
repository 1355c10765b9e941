import { NotFound } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import { findProductSet } from '../catalogue/index.ts'
import { producerKindWords } from '../catalogue/words.ts'
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

const starWords = (stars: string) => `${stars} sao`
const setWords = (code: string) => findProductSet(code)?.name ?? code
const kindWords = (kind: string) => producerKindWords[kind as keyof typeof producerKindWords] ?? kind

/** The ways in which the register is read; each adds up to the whole. */
const cuts: readonly { key: string; name: string; unknown: string; label?: (key: string) => string }[] = [
  { key: 'stars', name: 'Theo hạng sao', unknown: 'Chưa rõ hạng', label: starWords },
  { key: 'certifiedYear', name: 'Theo năm công nhận', unknown: 'Chưa rõ năm' },
  { key: 'setCode', name: 'Theo bộ sản phẩm', unknown: 'Chưa rõ bộ', label: setWords },
  { key: 'producerKind', name: 'Theo loại chủ thể', unknown: 'Chưa rõ loại hình', label: kindWords },
  { key: 'communeName', name: 'Theo xã, phường hiện nay', unknown: 'Chưa rõ xã' },
  { key: 'formerDistrict', name: 'Theo huyện cũ', unknown: 'Chưa rõ huyện cũ' },
]

export type Cut = { key: string; name: string; slices: Slice[] }

/** The same products, cut in each way. */
export function cutRegister(rows: readonly FactRow[]): Cut[] {
  return cuts.map(({ key, name, unknown, label }) => ({ key, name, slices: breakdown(rows, key, { unknown, label }) }))
}
