import { readId } from '@dacsan/platform/ids'
import { redirect } from '@sveltejs/kit'
import { answerDoubt, answerDoubtInput, findDoubt, takeUpDoubt } from '@dacsan/modules/traceability'
import { sayRefusal } from '@dacsan/modules/traceability/words'
import { confirmFirst } from '#lib/confirm/confirm-first.ts'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({ doubt: await findDoubt(ctx, readId('dbt', params.id)) })

export const actions: Actions = {
  takeUp: async ({ locals: { ctx }, params }) => {
    const taken = await takeUpDoubt(ctx, { doubtId: readId('dbt', params.id) })
    return taken.ok ? redirect(303, paths.doubt(params.id)) : correct({}, { form: sayRefusal(taken.refusal) })
  },
  answer: confirmFirst('doubt.answered', async ({ request, locals: { ctx }, params }: RequestEvent) => {
    const form = await readForm(request, answerDoubtInput.omit({ doubtId: true }))
    if (!form.ok) return form.answer
    const answered = await answerDoubt(ctx, { ...form.value, doubtId: readId('dbt', params.id) })
    return answered.ok ? redirect(303, paths.doubts) : correct(form.values, { form: sayRefusal(answered.refusal) })
  }),
}
