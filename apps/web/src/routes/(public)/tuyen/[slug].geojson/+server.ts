import { drawnRoute } from '@dacsan/modules/promotion'
import { geoJsonOf } from '@dacsan/modules/promotion/rules'
import { paths } from '#lib/paths.ts'
import type { RequestHandler } from './$types'

/** The stops of a route for maps (RFC 7946). */
export const GET: RequestHandler = async ({ locals: { ctx }, params, url }) => {
  const drawn = await drawnRoute(ctx, params.slug, (slug) => url.origin + paths.route(slug))
  return new Response(JSON.stringify(geoJsonOf(drawn)), {
    headers: {
      'content-type': 'application/geo+json; charset=utf-8',
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=900',
    },
  })
}
