import { printUseCard } from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import { download } from '#lib/download.ts'
import { paths } from '#lib/paths.ts'
import type { RequestHandler } from './$types'

/** The card of a use on paper, with the code that leads to its page. */
export const GET: RequestHandler = async (event) => {
  const { params, url, locals } = event
  const use = { markId: readId('mrk', params.id), useId: readId('mus', params.use) }
  const drawn = await printUseCard(locals.ctx, use, (slug, code) => url.origin + paths.markUse(slug, code))
  return download(event, drawn, { format: 'pdf', name: 'phieu-nhan-hieu' })
}
