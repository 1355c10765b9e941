import { registerColumns } from '@dacsan/modules/catalogue'
import { requireRole } from '@dacsan/modules/identity'
import type { RequestHandler } from './$types'

/** The headings alone, marked as UTF-8 so that Excel keeps the accents. */
export const GET: RequestHandler = ({ locals: { ctx } }) => {
  requireRole(ctx.actor, 'provincial-officer')
  const headings = Object.values(registerColumns).map(({ heading }) => heading)
  return new Response(`\uFEFF${headings.join(';')}\r\n`, {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="so-dang-ky-mau.csv"' },
  })
}
