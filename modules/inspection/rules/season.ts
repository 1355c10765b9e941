import type { PlainDate } from '@dacsan/vietnam'

/** Month and day of each year between which communes say what is still made (`production-check.season`). */
export type Season = { opensOn: string; closesOn: string }

export type SeasonOnDay = {
  /** The year that an answer of today belongs to: until the next season opens it is still that of the last one. */
  year: number
  closesOn: PlainDate
  /** The last day is over. */
  isLate: boolean
  isOpen: boolean
}

/** @example seasonOn({ opensOn: '11-01', closesOn: '12-15' }, '2027-02-01') // { year: 2026, closesOn: '2026-12-15', isLate: true, isOpen: false } */
export function seasonOn({ opensOn, closesOn }: Season, today: PlainDate): SeasonOnDay {
  const thisYear = Number(today.slice(0, 4))
  const year = today.slice(5) >= opensOn ? thisYear : thisYear - 1
  const last = `${year}-${closesOn}`
  return { year, closesOn: last, isLate: today > last, isOpen: today >= `${year}-${opensOn}` && today <= last }
}
