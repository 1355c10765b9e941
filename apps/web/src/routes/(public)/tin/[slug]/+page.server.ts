import { findPublicNews } from '@dacsan/modules/promotion'
import { redirect } from '@sveltejs/kit'
import { localHref } from '#lib/languages.ts'
import { countReader, editionAsked } from '#lib/news/count-reader.ts'
import { paths } from '#lib/paths.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { ctx, lang } = event.locals
  const edition = editionAsked(event.url)
  const found = await findPublicNews(ctx, event.params.slug, lang, edition)
  if (found.article?.dish) redirect(308, localHref(lang, paths.dish(event.params.slug, edition)))
  if (found.article) await countReader(event, found.article)
  return found
}
