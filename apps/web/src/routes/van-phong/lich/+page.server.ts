import { askedYear, calendarList, readCalendar } from '@dacsan/modules/programme'
import { dateInVietnam } from '@dacsan/vietnam'
import { showList } from '#lib/list/show-list.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const year = askedYear(url.searchParams.get('nam'), ctx.now)
  const [entries, list] = await Promise.all([readCalendar(ctx, year), showList(ctx, calendarList, url)])
  const thisYear = Number(dateInVietnam(ctx.now).slice(0, 4))
  return {
    year,
    years: [thisYear, thisYear + 1].filter((other) => other !== year),
    months: Array.from({ length: 12 }, (_, at) => at + 1).map((month) => ({
      month,
      count: entries.filter(({ day }) => Number(day.slice(5, 7)) === month).length,
    })),
    count: entries.length,
    late: entries.filter(({ late }) => late !== null).length,
    list,
  }
}
