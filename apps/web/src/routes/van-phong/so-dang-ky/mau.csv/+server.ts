import { registerForm } from '@dacsan/modules/certificates'
import type { RequestHandler } from './$types'

/** The headings alone, marked as UTF-8 so that Excel keeps the accents. */
export const GET: RequestHandler = ({ locals: { ctx } }) => {
  const headings = registerForm(ctx).columns.map(({ heading }) => heading)
  return new Response(`\uFEFF${headings.join(';')}\r\n`, {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="so-dang-ky-mau.csv"' },
  })
}
