import { findPublicClass, signUp, signUpInput } from '@dacsan/modules/support'
import { newId } from '@dacsan/platform/ids'
import { redirect } from '@sveltejs/kit'
import { readForm } from '#lib/forms.ts'
import { localHref } from '#lib/languages.ts'
import { paths } from '#lib/paths.ts'
import { fieldsInLanguage, refusedInLanguage } from '#lib/training/answers.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
  ...(await findPublicClass(ctx, params.slug)),
  requestKey: newId('key'),
  done: url.searchParams.has('da-ghi-danh'),
})

export const actions: Actions = {
  default: async ({ request, params, locals: { ctx, lang, m } }) => {
    const form = await readForm(request, signUpInput)
    if (!form.ok) return fieldsInLanguage(m.training, form.answer.data)
    const signedUp = await signUp(ctx, params.slug, form.value, { language: lang })
    if (!signedUp.ok) return refusedInLanguage(m.training, signedUp.refusal, form.values)
    redirect(303, localHref(lang, paths.publicClass(params.slug, 'da-ghi-danh')))
  },
}
