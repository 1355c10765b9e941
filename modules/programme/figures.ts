import { NotFound } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import { findProductSet } from '../catalogue/index.ts'
import { ranks } from '../catalogue/rules.ts'
import { producerKindWords, rankWords } from '../catalogue/words.ts'
import { termLawOn } from '../certificates/index.ts'
import type { Ctx } from '../context.ts'
import { statusWords } from '../dossiers/words.ts'
import { ruleOn } from '../law/index.ts'
import { indicators } from './indicators.ts'
import type { Indicator, Window } from './indicators.ts'
import { requireReader } from './policy.ts'
import { breakdown, countRows, rowsOfSlice } from './rules.ts'
import type { CutColumn, FactRow, FigureView, Period, RowSlice, Slice } from './rules.ts'
import { cutWords } from './words.ts'

/** Raised when a definition or a query behind a figure changes meaning; printed with every figure that leaves the house. */
export const queryVersion = '2'

export async function indicatorsToday(ctx: Ctx): Promise<readonly Indicator[]> {
  const today = dateInVietnam(ctx.now)
  return indicators(await termLawOn(ctx.db, today), await ruleOn(ctx.db, 'star.ministry-from-points', today))
}

export const windowOf = (ctx: Ctx, period: Period): Window => ({ ...period, today: dateInVietnam(ctx.now) })

export function viewOf({ id, name, unit, definition, source, measure }: Indicator, rows: readonly FactRow[]): FigureView {
  return { id, name, unit, definition, source, ...countRows(rows, measure) }
}

export type Drill = {
  figure: FigureView
  /** What the rows were narrowed to, in words: "Theo hạng sao: 4 sao". */
  sliceWords: string | null
  columns: Indicator['columns']
  rows: FactRow[]
  span: Indicator['span']
  period: Period
}

/** The rows behind one figure, or behind one slice of it: their count, or the sum of the measured column, is the figure. */
export async function drillDown(ctx: Ctx, id: string, period: Period, asked: RowSlice | null = null): Promise<Drill> {
  requireReader(ctx.actor)
  const indicator = (await indicatorsToday(ctx)).find((one) => one.id === id)
  if (!indicator) throw new NotFound('No such figure', { id })
  const cut = asked && allCuts.find(({ key }) => key === asked.column)
  const rows = rowsOfSlice(await indicator.rows(ctx.db, windowOf(ctx, period)), cut ? asked : null)
  return {
    figure: viewOf(indicator, rows),
    sliceWords: cut ? sliceWordsOf(cut, asked.key) : null,
    columns: indicator.columns,
    rows: rows.map(inWords),
    span: indicator.span,
    period,
  }
}

/** What a column holds as a code, as the rooms call it. */
const codes: Readonly<Record<string, (code: string) => string>> = {
  status: (code) => statusWords[code as keyof typeof statusWords] ?? code,
  producerKind: (code) => kindWords(code),
  setCode: (code) => setWords(code),
}

const inWords = (row: FactRow): FactRow => ({
  ...row,
  ...Object.fromEntries(
    Object.entries(codes).flatMap(([key, say]) => {
      const code = row[key]
      return typeof code === 'string' ? [[key, say(code)]] : []
    }),
  ),
})

function sliceWordsOf({ key: column, label }: CutBy, key: string): string {
  const { name, unknown } = cutWords[column]
  return `${name}: ${key === '' ? unknown : (label?.(key) ?? key)}`
}

const setWords = (code: string) => findProductSet(code)?.name ?? code
const kindWords = (kind: string) => producerKindWords[kind as keyof typeof producerKindWords] ?? kind
const rankOrder = (rank: string) => (ranks as readonly string[]).indexOf(rank)

type CutBy = {
  key: CutColumn
  label?: (key: string) => string
  order?: (a: string, b: string) => number
}

/** The ways in which the register is read; each adds up to the whole. */
const cuts: readonly CutBy[] = [
  {
    key: 'rank',
    label: (rank) => rankWords[rank as keyof typeof rankWords] ?? rank,
    order: (a, b) => rankOrder(a) - rankOrder(b),
  },
  { key: 'certifiedYear', order: (a, b) => Number(a) - Number(b) },
  { key: 'setCode', label: setWords },
  { key: 'producerKind', label: kindWords },
  { key: 'communeName' },
  { key: 'formerDistrict' },
]

/** Also what targets are counted by. */
const allCuts: readonly CutBy[] = [...cuts, { key: 'formerProvince' }]

export type Cut = { key: string; name: string; slices: Slice[] }

/** The same products, cut in each way. */
export function cutRegister(rows: readonly FactRow[]): Cut[] {
  return cuts.map(({ key, label, order }) => {
    const { name, unknown } = cutWords[key]
    return { key, name, slices: breakdown(rows, key, { unknown, label, order }) }
  })
}
