import { redirect } from '@sveltejs/kit'
import { askCorrection, askCorrectionInput, findPublicNews } from '@dacsan/modules/promotion'
import { NotFound } from '@dacsan/decisions'
import { newId } from '@dacsan/platform/ids'
import { correct, readForm } from '#lib/forms.ts'
import { localHref } from '#lib/languages.ts'
import { paths } from '#lib/paths.ts'
import { say } from '#lib/say.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, lang }, params }) => {
  const { article } = await findPublicNews(ctx, params.slug, lang)
  if (!article) throw new NotFound('No such news item')
  const { slug, title, language, answerDays } = article
  return { slug, title, language, answerDays, requestKey: newId('nrq') }
}

export const actions: Actions = {
  default: async ({ request, params, locals: { ctx, lang, m }, getClientAddress }) => {
    const form = await readForm(request, askCorrectionInput)
    if (!form.ok) {
      const { values, errors } = form.answer.data
      return correct(values, errors['words'] ? { words: m.news.askMissing } : errors)
    }
    const asked = await askCorrection(ctx, params.slug, form.value, getClientAddress())
    if (asked.ok) redirect(303, localHref(lang, paths.correctionCase(asked.value.caseCode)))
    const { refusal } = asked
    const said = refusal.code === 'too-many-requests' ? say(m.news.askTooMany, { minutes: refusal.minutes }) : m.news.askGone
    return correct(form.values, { form: said }, refusal.code)
  },
}
