/** Months of each year; from a later to an earlier one it runs over the New Year. */
export type Season = { fromMonth: number; untilMonth: number }

/** Whether a month lies in a season. @example isInSeason({ fromMonth: 11, untilMonth: 2 }, 1) // true */
export const isInSeason = ({ fromMonth, untilMonth }: Season, month: number): boolean =>
  fromMonth <= untilMonth ? fromMonth <= month && month <= untilMonth : month >= fromMonth || month <= untilMonth

/** The month of a day. @example monthOf('2026-11-30') // 11 */
export const monthOf = (day: string): number => Number(day.slice(5, 7))
