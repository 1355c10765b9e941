import { fairCalendar, findPublicFair } from '@dacsan/modules/promotion'
import { paths } from '#lib/paths.ts'
import type { RequestHandler } from './$types'

/** The days of a fair for anybody's calendar. */
export const GET: RequestHandler = async ({ locals: { ctx, m }, params, url }) => {
  const found = await findPublicFair(ctx, params.slug)
  const text = fairCalendar(found, {
    address: url.origin + paths.fair(params.slug),
    host: url.hostname,
    now: ctx.now,
    deadlineSays: m.fair.applyBy,
  })
  return new Response(text, {
    headers: { 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': `attachment; filename="${found.fair.slug}.ics"` },
  })
}
