const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The days of a month, 1 to 12; a leap year by the Gregorian calendar. */
export function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && isLeap ? 29 : lengths[month - 1]!
}

/** Two digits as a number; the text has digits there. */
export function pair(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48
}

/**
 * The place of the fault in a date YYMMDD or YYYYMMDD of digits, or -1: 2 or 4 for the month, then the day.
 * With two digits every fourth year is a leap year, as 2000 was, whatever the century (GS1 General Specifications, section 7.12).
 */
export function dateFault(text: string, allowDay00: boolean): number {
  const at = text.length - 4
  const year = at === 2 ? 2000 + pair(text, 0) : pair(text, 0) * 100 + pair(text, 2)
  const month = pair(text, at)
  const day = pair(text, at + 2)
  if (month < 1 || month > 12) return at
  return (day >= 1 && day <= daysIn(year, month)) || (day === 0 && allowDay00) ? -1 : at + 2
}
