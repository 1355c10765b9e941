import { findPublicFair, newsAbout } from '@dacsan/modules/promotion'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, lang }, params }) => {
  const found = await findPublicFair(ctx, params.slug)
  return { ...found, news: await newsAbout(ctx, lang, { fair: found.fair.id }) }
}
