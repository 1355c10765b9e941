import { stretchesOf } from '@dacsan/modules/promotion/rules'
import type { Language } from '#lib/languages.ts'
import type { RouteMessages } from '#lib/messages/route/vi.ts'
import { say, sayNumber } from '#lib/say.ts'

/** The months of a route in the reader's language. */
export function saySeason(m: RouteMessages, months: readonly number[]): string {
  if (months.length === 12) return m.allYear
  return stretchesOf(months)
    .map(({ from, to }) => say(from === to ? m.oneMonth : m.someMonths, { from, to }))
    .join(', ')
}

/** @example sayMinutes(m, 'vi', 90) // '1 giờ 30 phút' */
export function sayMinutes(m: RouteMessages, lang: Language, minutes: number): string {
  if (minutes < 60) return say(m.minutes, { n: minutes })
  const [h, n] = [sayNumber(lang, Math.floor(minutes / 60)), minutes % 60]
  return n === 0 ? say(m.wholeHours, { h }) : say(m.hours, { h, n })
}
