import { inVietnamese } from '@dacsan/modules/shop/words'
import type { Spoken } from '@dacsan/modules/shop/words'
import { say } from '#lib/say.ts'
import { momentParts } from '#lib/say-day.ts'

/** A moment as people say it: `11:00 ngày 23/11/2026`. */
export function whenWords(moment: Date, { lang, words }: Spoken = inVietnamese): string {
  return say(words.moment.at, momentParts(lang, moment))
}

/** How long something still holds: `còn 42 phút`, `còn 3 giờ 5 phút`. */
export function leftWords(until: Date, now: Date, { words: { moment } }: Spoken = inVietnamese): string {
  const left = Math.max(0, Math.ceil((until.getTime() - now.getTime()) / 60_000))
  const [hours, minutes] = [Math.floor(left / 60), left % 60]
  if (hours === 0) return say(moment.minutesLeft, { minutes })
  return say(minutes === 0 ? moment.hoursLeft : moment.hoursAndMinutesLeft, { hours, minutes })
}
