import { fail, redirect } from '@sveltejs/kit'
import { decisionDesk, decisionList, draftDecision, draftDecisionInput } from '@dacsan/modules/certificates'
import { refusalError } from '#lib/certificates/refusal-field.ts'
import { readForm } from '#lib/forms.ts'
import { showList } from '#lib/list/show-list.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => ({
  desk: await decisionDesk(ctx),
  list: await showList(ctx, decisionList, url),
})

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await readForm(request, draftDecisionInput)
    if (!form.ok) return form.answer
    const outcome = await draftDecision(locals.ctx, form.value)
    if (!outcome.ok) return fail(422, { values: form.values, errors: refusalError(outcome.refusal) })
    redirect(303, paths.decision(outcome.value.decisionId))
  },
}
