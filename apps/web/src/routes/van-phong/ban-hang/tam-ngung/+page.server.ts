import { redirect } from '@sveltejs/kit'
import { answerSuspension, answerSuspensionInput, ownSuspensions } from '@dacsan/modules/shop'
import { newId } from '@dacsan/platform/ids'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { refusedSeller } from '#lib/sellers/answers.ts'
import { shownSuspensions } from '#lib/sellers/shown.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => ({
  suspensions: shownSuspensions(await ownSuspensions(ctx)),
  requestKey: newId('key'),
  saved: url.searchParams.has('da-luu'),
})

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, answerSuspensionInput)
    if (!form.ok) return form.answer
    const outcome = await answerSuspension(ctx, form.value)
    if (!outcome.ok) return refusedSeller(outcome.refusal, form.values)
    redirect(303, paths.ownSuspensions({ saved: true }))
  },
}
