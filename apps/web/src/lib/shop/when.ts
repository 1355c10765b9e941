import { momentWords } from '@dacsan/modules/shop/words'
import { formatMoment } from '#lib/moment.ts'

/** A moment as people say it: `11:00 ngày 23/11/2026`. */
export function whenWords(moment: Date): string {
  const [day, time] = formatMoment(moment).split(' ') as [string, string]
  return momentWords.at(time, day)
}

/** How long something still holds: `còn 42 phút`, `còn 3 giờ 5 phút`. */
export function leftWords(until: Date, now: Date): string {
  const minutes = Math.max(0, Math.ceil((until.getTime() - now.getTime()) / 60_000))
  if (minutes < 60) return momentWords.minutesLeft(minutes)
  const rest = minutes % 60
  const hours = Math.floor(minutes / 60)
  return rest === 0 ? momentWords.hoursLeft(hours) : momentWords.hoursAndMinutesLeft(hours, rest)
}
