import { redirect } from '@sveltejs/kit'
import { pointChoices, registerPoint, registerPointInput } from '@dacsan/modules/promotion'
import { newId } from '@dacsan/platform/ids'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { refusedPoint } from '#lib/points/answers.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({ choices: await pointChoices(ctx), requestKey: newId('key') })

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, registerPointInput)
    if (!form.ok) return form.answer
    const registered = await registerPoint(ctx, form.value)
    if (!registered.ok) return refusedPoint(registered.refusal, form.values)
    redirect(303, paths.pointSaved(registered.value.pointId))
  },
}
