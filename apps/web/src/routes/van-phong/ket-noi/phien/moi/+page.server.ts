import { planSession, planSessionInput, sessionForm } from '@dacsan/modules/promotion'
import { newId } from '@dacsan/platform/ids'
import { redirect } from '@sveltejs/kit'
import { refusedBuyer } from '#lib/buyers/answers.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({ ...(await sessionForm(ctx)), requestKey: newId('key') })

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, planSessionInput)
    if (!form.ok) return form.answer
    const planned = await planSession(ctx, form.value)
    if (!planned.ok) return refusedBuyer(planned.refusal, form.values)
    redirect(303, paths.matchingSession(planned.value.sessionId, { saved: true }))
  },
}
