import { printCatalogue } from '@dacsan/modules/promotion'
import { download } from '#lib/download.ts'
import { paths } from '#lib/paths.ts'
import type { RequestHandler } from './$types'

/** The catalogue of a fair on paper, with the code of each stand. */
export const GET: RequestHandler = async (event) => {
  const { params, url, locals } = event
  const drawn = await printCatalogue(locals.ctx, params.slug, (number) => url.origin + paths.fairStall(params.slug, number))
  return download(event, drawn, { format: 'pdf', name: `danh-muc-${params.slug}` })
}
