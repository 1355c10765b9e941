import { askedYear, calendarDownload } from '@dacsan/modules/programme'
import type { RequestHandler } from './$types'

/** The reader's days of a year, for the calendar of a telephone or a computer. */
export const GET: RequestHandler = async ({ locals: { ctx }, url }) => {
  const year = askedYear(url.searchParams.get('nam'), ctx.now)
  const file = await calendarDownload(ctx, { year, host: url.hostname })
  return new Response(file, {
    headers: { 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': `attachment; filename="lich-ocop-${year}.ics"` },
  })
}
