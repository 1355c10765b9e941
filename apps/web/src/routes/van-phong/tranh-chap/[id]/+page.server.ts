import { redirect } from '@sveltejs/kit'
import { agreeInput, decideAgainstBuyer, decideForBuyer, findReturn, mediate, reasonedInput, sayInput } from '@dacsan/modules/returns'
import type { ReturnsRefusal } from '@dacsan/modules/returns/rules'
import { newId, readId } from '@dacsan/platform/ids'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { refusedReturn } from '#lib/returns/answers.ts'
import { shownCase } from '#lib/returns/shown-case.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
  one: shownCase(await findReturn(ctx, readId('ret', params.id))),
  saved: url.searchParams.has('da-luu'),
  requestKey: newId('key'),
})

type Outcome = { ok: true } | { ok: false; refusal: ReturnsRefusal }

function answer({ params }: RequestEvent, values: Record<string, string>, outcome: Outcome) {
  if (!outcome.ok) return refusedReturn(outcome.refusal, values)
  redirect(303, paths.dispute(params.id, { saved: true }))
}

export const actions: Actions = {
  mediate: async (event) => {
    const form = await readForm(event.request, sayInput)
    if (!form.ok) return form.answer
    return answer(event, form.values, await mediate(event.locals.ctx, form.value))
  },
  'decide-for': async (event) => {
    const form = await readForm(event.request, agreeInput)
    if (!form.ok) return form.answer
    return answer(event, form.values, await decideForBuyer(event.locals.ctx, form.value))
  },
  'decide-against': async (event) => {
    const form = await readForm(event.request, reasonedInput)
    if (!form.ok) return form.answer
    return answer(event, form.values, await decideAgainstBuyer(event.locals.ctx, form.value))
  },
}
