import { redirect } from '@sveltejs/kit'
import { markFormChoices, registerMark, registerMarkInput } from '@dacsan/modules/promotion'
import { newId } from '@dacsan/platform/ids'
import { readForm } from '#lib/forms.ts'
import { refusedMark } from '#lib/marks/answers.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({ ...(await markFormChoices(ctx)), requestKey: newId('key') })

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, registerMarkInput)
    if (!form.ok) return form.answer
    const registered = await registerMark(ctx, form.value)
    if (!registered.ok) return refusedMark(registered.refusal, form.values)
    redirect(303, paths.markOffice(registered.value.markId, { saved: true }))
  },
}
