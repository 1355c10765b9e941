import { acceptAppeal, acceptAppealInput, answerAppeal, answerAppealInput, findAppeal, papersOfAppeal } from '@dacsan/modules/appraisal'
import { ruleOn } from '@dacsan/modules/law'
import { readId } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { redirect } from '@sveltejs/kit'
import { refusedAppeal } from '#lib/appeal/refused-appeal.ts'
import { confirmFirst } from '#lib/confirm/confirm-first.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({
  appeal: await findAppeal(ctx, readId('apl', params.id)),
  papers: await papersOfAppeal(ctx, readId('apl', params.id)),
  law: await ruleOn(ctx.db, 'appeal.answer-days', dateInVietnam(ctx.now)),
})

export const actions: Actions = {
  accept: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, acceptAppealInput.omit({ appealId: true }))
    if (!form.ok) return form.answer
    const accepted = await acceptAppeal(ctx, { ...form.value, appealId: readId('apl', params.id) })
    if (!accepted.ok) return refusedAppeal(accepted.refusal, form.values)
    redirect(303, paths.appeal(params.id))
  },
  answer: confirmFirst('appeal.granted', async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, answerAppealInput.omit({ appealId: true }))
    if (!form.ok) return form.answer
    const answered = await answerAppeal(ctx, { ...form.value, appealId: readId('apl', params['id'] ?? '') })
    if (!answered.ok) return refusedAppeal(answered.refusal, form.values)
    redirect(303, paths.appeal(params['id'] ?? ''))
  }),
}
