/**
 * "ngày 05 tháng 02 năm 2026" out of `2026-02-05`. Days under 10 and the months 1 and 2 carry a zero; parts that are not given are left open
 * for the pen. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4.
 *
 * @param date `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; anything else throws a RangeError
 * @example dateLine('2026-11-05') // 'ngày 05 tháng 11 năm 2026'
 */
export function dateLine(date: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? []
  if (year === undefined) throw new RangeError(`not a date for a paper: "${date}"`)
  const monthWritten = month === undefined ? open : Number(month) > 2 ? String(Number(month)) : month
  return `ngày ${day ?? open} tháng ${monthWritten} năm ${year}`
}

/** Việt Nam has kept UTC+7 without summer time since 1975. */
const vietnamOffset = 7 * 3_600_000

/**
 * "08 giờ 05 phút" on the clock of Việt Nam; without an instant, room for the pen. As minutes write when a meeting began and ended
 * (Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.9).
 *
 * @example timeLine(new Date('2026-11-23T01:05:00Z')) // '08 giờ 05 phút'
 */
export function timeLine(at: Date | null): string {
  const [hour, minute] = at ? new Date(at.getTime() + vietnamOffset).toISOString().slice(11, 16).split(':') : []
  return `${hour ?? open} giờ ${minute ?? open} phút`
}

/** "05/02/2026" out of `2026-02-05`. @example shortDate('2026-11-05') // '05/11/2026' */
export function shortDate(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? []
  if (year === undefined) throw new RangeError(`not a day: "${date}"`)
  return `${day}/${month}/${year}`
}

/** Room to write two digits: no-break spaces, since plain ones would shrink to one. */
export const open = '\u00a0'.repeat(6)
