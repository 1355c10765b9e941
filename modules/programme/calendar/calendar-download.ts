import type { Ctx } from '../../context.ts'
import { calendarFile } from '../rules.ts'
import { calendarPage, sayEntry, sayLate } from '../words.ts'
import { readCalendar } from './read-calendar.ts'

/** The reader's days of a year for the calendar of a telephone; `host` names the site in the ids of its events. */
export async function calendarDownload(ctx: Ctx, { year, host }: { year: number; host: string }): Promise<string> {
  const days = (await readCalendar(ctx, year)).map((entry) => ({
    id: entry.id,
    day: entry.day,
    summary: sayEntry(entry),
    description: [entry.commune, sayLate(entry)].filter(Boolean).join('\n'),
  }))
  return calendarFile(calendarPage.fileName(year), host, days, ctx.now)
}
