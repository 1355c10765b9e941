/** The moment so many months before another: what the law wants kept for that long may go when it is older. */
export function monthsBefore(now: Date, months: number): Date {
  const before = new Date(now)
  before.setUTCMonth(before.getUTCMonth() - months)
  // 31 March less one month is the end of February, not a day of March.
  if (before.getUTCDate() !== now.getUTCDate()) before.setUTCDate(0)
  return before
}
