import { redirect } from '@sveltejs/kit'
import { correctNewsInput, findNews, writeCorrection } from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import { readForm } from '#lib/forms.ts'
import { refusedNews } from '#lib/news/answers.ts'
import { typedTexts } from '#lib/news/typed-texts.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const { news, shownTexts } = await findNews(ctx, readId('new', params.id))
  return { id: news.id, version: news.version, values: typedTexts(shownTexts) }
}

export const actions: Actions = {
  default: async ({ request, params, locals: { ctx } }) => {
    const form = await readForm(request, correctNewsInput)
    if (!form.ok) return form.answer
    const written = await writeCorrection(ctx, { ...form.value, newsId: readId('new', params.id) })
    if (!written.ok) return refusedNews(written.refusal, form.values)
    redirect(303, paths.newsOffice(params.id, { saved: true }))
  },
}
