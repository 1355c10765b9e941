import { redirect } from '@sveltejs/kit'
import { declareHome, declareHomeInput, ownHome } from '@dacsan/modules/appraisal'
import { sayRefusal } from '@dacsan/modules/appraisal/words'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  const { home, communes } = await ownHome(ctx)
  return { home, communes: communes.map(({ code, name }) => ({ value: code, label: name })) }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, declareHomeInput)
    if (!form.ok) return form.answer
    const declared = await declareHome(ctx, form.value)
    if (declared.ok) redirect(303, paths.ownHome)
    return correct(form.values, { [declared.refusal.field]: sayRefusal(declared.refusal) })
  },
}
