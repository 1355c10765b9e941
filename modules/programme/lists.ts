import { dateInVietnam } from '@dacsan/vietnam'
import type { List, ListKind } from '../list.ts'
import type { Drill } from './figures.ts'
import { isNothing, shareKinds } from './rules.ts'
import type { CalendarEntry, Column, FactRow } from './rules.ts'
import { readCalendar } from './calendar/read-calendar.ts'
import { calendarKindWords, calendarPage, sayEntry, sayLate, figurePage as words, sayKnown, shareWords, yearPlanPage } from './words.ts'
import { findYearPlan, hasSomething } from './year-plan/read-plan.ts'

export type ListedFact = FactRow & { id: string; sampleMark: 'sample' | 'sourced' }

const kinds: Record<Column['kind'], ListKind> = { text: 'text', integer: 'number', money: 'money', date: 'day' }

/** The rows behind a figure as a list: each figure has its own columns. */
export function factList({ figure, columns, rows }: Pick<Drill, 'figure' | 'columns' | 'rows'>): List<ListedFact> {
  const named = columns.filter(({ kind }) => kind === 'text').map(({ key }) => key)
  return {
    name: figure.id,
    path: '/van-phong/so-lieu/[id]',
    title: figure.name,
    columns: [
      ...columns.map(({ key, header, kind }) => ({ key, label: header, kind: kinds[kind] })),
      { key: 'sampleMark', label: words.data, kind: 'choice', choices: { sourced: words.sourced, sample: words.sample } },
    ],
    searched: named.length > 0 ? named : ['id'],
    codes: ['code'],
    asks: ['tu', 'den', 'theo', 'la'],
    first: ['id'],
    source: async () => ({
      rows: rows.map((row, at) => ({
        ...row,
        id: String(at).padStart(6, '0'),
        sampleMark: row.isSample ? 'sample' : 'sourced',
      })) as ListedFact[],
    }),
  }
}

/** The year that the address names; this one where it names none. */
export const askedYear = (given: string | null | undefined, now: Date): number => {
  const year = Number(given)
  return Number.isInteger(year) && year >= 2000 && year <= 2200 ? year : Number(dateInVietnam(now).slice(0, 4))
}

export type ListedShare = { id: string; commune: string; known: string; inPlan: 'yes' | 'no'; samples: number } & Record<
  string,
  string | number
>

// What is known of the communes is counted anew: all of them are read.
export const yearPlanList: List<ListedShare> = {
  name: 'ke-hoach-nam',
  path: '/van-phong/ke-hoach/[nam]',
  title: yearPlanPage.listTitle,
  columns: [
    { key: 'commune', label: yearPlanPage.commune, kind: 'text' },
    ...shareKinds.flatMap((kind) => [
      { key: kind, label: shareWords[kind], kind: 'number', sum: true } as const,
      { key: `${kind}Reached`, label: yearPlanPage.reached(shareWords[kind]), kind: 'number', sum: true, onlyInFile: true } as const,
    ]),
    { key: 'samples', label: yearPlanPage.samplesColumn, kind: 'number', onlyInFile: true },
    { key: 'known', label: yearPlanPage.known, kind: 'text' },
  ],
  searched: ['commune'],
  filters: [
    {
      name: 'co',
      label: yearPlanPage.inPlan,
      column: 'inPlan',
      kind: 'choice',
      choices: yearPlanPage.inPlanChoices,
      any: yearPlanPage.any,
    },
  ],
  asks: ['nam'],
  first: ['commune'],
  source: async (ctx, { nam }) => {
    const { lines, isOwnShare } = await findYearPlan(ctx, askedYear(nam, ctx.now))
    return {
      rows: lines
        .filter((line) => isOwnShare || hasSomething(line))
        .map(({ id, commune, wanted, reached, samples, known }) => ({
          id,
          commune,
          ...wanted,
          ...Object.fromEntries(shareKinds.map((kind) => [`${kind}Reached`, reached[kind]])),
          samples,
          known: sayKnown(known),
          inPlan: isNothing(wanted) ? ('no' as const) : ('yes' as const),
        })),
    }
  },
}

export type ListedDay = Pick<CalendarEntry, 'id' | 'kind' | 'day' | 'commune' | 'target'> & {
  what: string
  state: string
  isLate: 'yes' | 'no'
}

const monthOf = (given: string | undefined, year: number, now: Date): string | null => {
  if (given === 'ca-nam') return null
  const today = dateInVietnam(now)
  const month = /^([1-9]|1[0-2])$/.test(given ?? '') ? Number(given) : year === Number(today.slice(0, 4)) ? Number(today.slice(5, 7)) : 1
  return `${year}-${String(month).padStart(2, '0')}-`
}

// Each day comes from the room that keeps it: all are read.
export const calendarList: List<ListedDay> = {
  name: 'lich-nam',
  path: '/van-phong/lich',
  title: calendarPage.listTitle,
  columns: [
    { key: 'day', label: calendarPage.day, kind: 'day' },
    { key: 'what', label: calendarPage.what, kind: 'text' },
    { key: 'kind', label: calendarPage.kind, kind: 'choice', choices: calendarKindWords },
    { key: 'commune', label: calendarPage.commune, kind: 'text' },
    { key: 'state', label: calendarPage.state, kind: 'text' },
  ],
  searched: ['what', 'commune'],
  filters: [
    { name: 'loai', label: calendarPage.kind, column: 'kind', kind: 'choice', choices: calendarKindWords, any: calendarPage.any },
    {
      name: 'tre',
      label: calendarPage.lateFilter,
      column: 'isLate',
      kind: 'choice',
      choices: calendarPage.lateChoices,
      any: calendarPage.any,
    },
  ],
  // `thang`: a month of the year, or `ca-nam` for all of them.
  asks: ['nam', 'thang'],
  first: ['day', 'id'],
  source: async (ctx, { nam, thang }) => {
    const year = askedYear(nam, ctx.now)
    const month = monthOf(thang, year, ctx.now)
    const entries = await readCalendar(ctx, year)
    return {
      rows: entries
        .filter(({ day }) => month === null || day.startsWith(month))
        .map((entry) => ({
          id: entry.id,
          kind: entry.kind,
          day: entry.day,
          commune: entry.commune,
          target: entry.target,
          what: sayEntry(entry),
          state: sayLate(entry),
          isLate: entry.late === null ? ('no' as const) : ('yes' as const),
        })),
    }
  },
}
