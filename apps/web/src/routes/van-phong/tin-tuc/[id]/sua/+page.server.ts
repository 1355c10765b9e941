import { fail, redirect } from '@sveltejs/kit'
import { findNews, newsFormChoices, writeNews, writeNewsInput } from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { readForm, readFormData } from '#lib/forms.ts'
import { refusedNews } from '#lib/news/answers.ts'
import { typedTexts } from '#lib/news/typed-texts.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const { news, texts, tags } = await findNews(ctx, readId('new', params.id))
  return {
    ...(await newsFormChoices(ctx)),
    id: news.id,
    version: news.version,
    today: dateInVietnam(ctx.now),
    chosen: tags.fairs.map(({ id }) => id as string),
    values: {
      ...typedTexts(texts),
      kind: news.kind as string,
      madeOn: news.madeOn,
      products: tags.products.map(({ slug }) => paths.product(slug)).join('\n'),
      communes: tags.communes.map(({ name }) => name).join('\n'),
    },
  }
}

export const actions: Actions = {
  default: async ({ request, params, locals: { ctx } }) => {
    const fairs = (await readFormData(request.clone() as Request)).getAll('fairs').map(String)
    const again = ({ status, data }: ReturnType<typeof refusedNews>) => fail(status, { ...data, fairs })
    const form = await readForm(request, writeNewsInput)
    if (!form.ok) return again(form.answer)
    const written = await writeNews(ctx, { ...form.value, newsId: readId('new', params.id) })
    if (!written.ok) return again(refusedNews(written.refusal, form.values))
    redirect(303, paths.newsOffice(params.id, { saved: true }))
  },
}
