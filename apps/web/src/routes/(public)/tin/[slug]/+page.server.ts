import { countNewsView, findPublicNews } from '@dacsan/modules/promotion'
import type { PageServerLoad } from './$types'

/** Machines that say what they are read for others, or for nobody. */
const machine = /bot|crawl|spider|slurp|preview|facebookexternalhit|curl|wget|python|headless-check/i

export const load: PageServerLoad = async ({ locals: { ctx, lang, actor }, params, request, url }) => {
  const asked = /^[1-9]\d{0,3}$/.exec(url.searchParams.get('ban') ?? '')?.[0]
  const found = await findPublicNews(ctx, params.slug, lang, asked === undefined ? undefined : Number(asked))
  const isReader = request.method === 'GET' && actor.kind === 'visitor' && !machine.test(request.headers.get('user-agent') ?? '')
  if (found.article && isReader) await countNewsView(ctx, found.article)
  return found
}
