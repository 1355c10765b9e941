const clock = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** A moment as the clock in Việt Nam shows it: `23/11/2026 08:00`. */
export function formatMoment(moment: Date): string {
  return formatInstant(moment).slice(0, -':05'.length)
}

/** The same to the second, where the order of what happened matters: `23/11/2026 08:00:05`. */
export function formatInstant(moment: Date): string {
  const part = Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, value]))
  return `${part['day']}/${part['month']}/${part['year']} ${part['hour']}:${part['minute']}:${part['second']}`
}
