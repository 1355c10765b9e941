import { savedWords } from '@dacsan/modules/dossiers/words'
import { dateInVietnam, formatDate } from '@dacsan/vietnam'

const clock = new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** When something was saved, as short as it can be understood: `14:05` today, with the date on other days. */
export function savedAt(moment: Date, now: Date = new Date()): string {
  const day = dateInVietnam(moment)
  return day === dateInVietnam(now) ? clock.format(moment) : savedWords.onDay(clock.format(moment), formatDate(day))
}
