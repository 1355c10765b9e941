import { formatDate } from '@dacsan/vietnam'
import type { Language } from '#lib/languages.ts'

const english = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** A plain date as the language writes it: 23/11/2026, or 23 Nov 2026 where day and month could be taken for each other. */
export function sayDay(lang: Language, date: string): string {
  return lang === 'en' ? english.format(new Date(`${date}T00:00:00Z`)) : formatDate(date)
}

const vietnamese = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' })

/** A moment on the clock of Việt Nam, to the minute. */
export function sayTime(lang: Language, moment: Date): string {
  const { day, time } = momentParts(lang, moment)
  return `${day} ${time}`
}

/** The same in its two parts, for sentences that put words between them. */
export function momentParts(lang: Language, moment: Date): { day: string; time: string } {
  const [date = '', time = ''] = vietnamese.format(moment).split(' ')
  return { day: sayDay(lang, date), time }
}
