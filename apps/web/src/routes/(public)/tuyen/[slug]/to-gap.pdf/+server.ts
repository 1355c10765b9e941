import { printLeaflet } from '@dacsan/modules/promotion'
import { download } from '#lib/download.ts'
import { paths } from '#lib/paths.ts'
import type { RequestHandler } from './$types'

/** The leaflet of a route with the code of its page, A4 unless A5 is asked for. */
export const GET: RequestHandler = async (event) => {
  const { params, url, locals } = event
  const size = url.searchParams.get('kho') === 'a5' ? 'a5' : 'a4'
  const drawn = await printLeaflet(locals.ctx, params.slug, { size, address: url.origin + paths.route(params.slug) })
  return download(event, drawn, { format: 'pdf', name: `tuyen-${params.slug}` })
}
