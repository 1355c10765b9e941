import { redirect } from '@sveltejs/kit'
import { namesForm, publishNames, publishNamesInput } from '@dacsan/modules/catalogue'
import { sayNamesRefusal } from '@dacsan/modules/catalogue/words'
import { correct, readForm } from '#lib/forms.ts'
import { newSearchNames, paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => namesForm(ctx, params.key === newSearchNames ? null : params.key)

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, publishNamesInput)
    if (!form.ok) return form.answer
    const outcome = await publishNames(ctx, form.value)
    if (!outcome.ok) return correct(form.values, { vi: sayNamesRefusal(outcome.refusal) }, outcome.refusal.code)
    redirect(303, paths.searchNamesSaved)
  },
}
