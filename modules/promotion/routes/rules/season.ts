import type { PlainDate } from '@dacsan/vietnam'
import { addDays } from '@dacsan/vietnam'
import type { Outcome } from '@dacsan/decisions'
import { done, refuse } from '@dacsan/decisions'
import type { DayRefusal } from './refusals.ts'

/** How far ahead somebody may ask to come. */
export const mostDaysAhead = 366

/** In how many hours a visit fits, as people choose: half a day, a day, or more. */
export const dayLengths = ['half-day', 'day', 'longer'] as const
export type DayLength = (typeof dayLengths)[number]

/** @example lengthOf(200) // 'half-day' */
export const lengthOf = (minutes: number): DayLength => (minutes <= 240 ? 'half-day' : minutes <= 600 ? 'day' : 'longer')

/** Months as stretches, also over the turn of the year. @example stretchesOf([11, 12, 1, 4]) // [{ from: 11, to: 1 }, { from: 4, to: 4 }] */
export function stretchesOf(months: readonly number[]): { from: number; to: number }[] {
  const open = new Set(months)
  if (open.size === 12) return [{ from: 1, to: 12 }]
  const before = (month: number) => ((month + 10) % 12) + 1
  const after = (month: number) => (month % 12) + 1
  const starts = [...open].filter((month) => !open.has(before(month)))
  const found = starts.map((from) => {
    let to = from
    while (open.has(after(to))) to = after(to)
    return { from, to }
  })
  // What goes over the turn of the year began in the year before.
  return found.toSorted((a, b) => Number(a.from <= a.to) - Number(b.from <= b.to) || a.from - b.from)
}

export const isRouteInSeason = (months: readonly number[], day: PlainDate): boolean => months.includes(Number(day.slice(5, 7)))

/** Whether a group may come on a day: from tomorrow on, in the season, and while fewer groups than the route takes were accepted. */
export function judgeDay(
  day: PlainDate,
  { months, today, accepted, groups }: { months: readonly number[]; today: PlainDate; accepted: number; groups: number },
): Outcome<null, DayRefusal> {
  if (day <= today) return refuse('day-past')
  if (day > addDays(today, mostDaysAhead)) return refuse('day-too-far', { days: mostDaysAhead })
  if (!isRouteInSeason(months, day)) return refuse('out-of-season')
  return accepted >= groups ? refuse('day-full', { groups }) : done(null)
}
