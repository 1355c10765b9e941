import { drawnRoute } from '@dacsan/modules/promotion'
import { gpxOf } from '@dacsan/modules/promotion/rules'
import { paths } from '#lib/paths.ts'
import type { RequestHandler } from './$types'

/** The same for navigation (GPX 1.1). */
export const GET: RequestHandler = async ({ locals: { ctx, m }, params, url }) => {
  const drawn = await drawnRoute(ctx, params.slug, (slug) => url.origin + paths.route(slug))
  return new Response(gpxOf(drawn, m.frame.brand), {
    headers: { 'content-type': 'application/gpx+xml; charset=utf-8', 'content-disposition': `attachment; filename="${params.slug}.gpx"` },
  })
}
