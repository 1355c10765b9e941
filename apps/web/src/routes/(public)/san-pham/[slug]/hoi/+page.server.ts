import { redirect } from '@sveltejs/kit'
import { askQuestion, askQuestionInput, productToAsk } from '@dacsan/modules/reviews'
import { ruleOn } from '@dacsan/modules/law'
import { newId } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { readForm } from '#lib/forms.ts'
import { localHref } from '#lib/languages.ts'
import { paths } from '#lib/paths.ts'
import { inLanguage, refusedToReader } from '#lib/reviews/answers.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const { product, isSold } = await productToAsk(ctx, params.slug)
  const { value: hours } = await ruleOn(ctx.db, 'questions.answer-hours', dateInVietnam(ctx.now))
  return { product, isSold, hours, asked: url.searchParams.has('da-gui'), requestKey: newId('key') }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx, m, lang }, params, getClientAddress }) => {
    const form = await readForm(request, askQuestionInput)
    if (!form.ok) return inLanguage(m.review, form.answer.data)
    const { product } = await productToAsk(ctx, params.slug)
    const outcome = await askQuestion(ctx, product.id, form.value, { address: getClientAddress(), language: lang })
    if (!outcome.ok) return refusedToReader(m.review, outcome.refusal, form.values)
    redirect(303, localHref(lang, paths.askSeller(params.slug, { asked: true })))
  },
}
