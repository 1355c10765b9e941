import { contestChoices, createContest, createContestInput } from '@dacsan/modules/promotion'
import { redirect } from '@sveltejs/kit'
import { newId } from '@dacsan/platform/ids'
import { refusedContest } from '#lib/contests/answers.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({ choices: await contestChoices(ctx), requestKey: newId('key') })

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, createContestInput)
    if (!form.ok) return form.answer
    const created = await createContest(ctx, form.value)
    if (!created.ok) return refusedContest(created.refusal, form.values)
    redirect(303, paths.contestOffice(created.value.contestId, { saved: true }))
  },
}
