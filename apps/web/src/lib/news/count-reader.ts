import { countNewsView } from '@dacsan/modules/promotion'
import type { PublicArticle } from '@dacsan/modules/promotion'
import type { RequestEvent } from '@sveltejs/kit'

/** Machines that say what they are read for others, or for nobody. */
const machine = /bot|crawl|spider|slurp|preview|facebookexternalhit|curl|wget|python|headless-check/i

/** Counts one more reader of an item, where it is one. */
export async function countReader({ locals: { ctx, actor }, request }: RequestEvent, article: PublicArticle): Promise<void> {
  const isReader = request.method === 'GET' && actor.kind === 'visitor' && !machine.test(request.headers.get('user-agent') ?? '')
  if (isReader) await countNewsView(ctx, article)
}

/** The edition that an address asks for. */
export function editionAsked({ searchParams }: URL): number | undefined {
  const asked = /^[1-9]\d{0,3}$/.exec(searchParams.get('ban') ?? '')?.[0]
  return asked === undefined ? undefined : Number(asked)
}
