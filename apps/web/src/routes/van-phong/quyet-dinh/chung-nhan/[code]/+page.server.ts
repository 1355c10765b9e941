import { fail, redirect } from '@sveltejs/kit'
import { askCommune, askCommuneInput, certificateFile, proposeWithdrawal, proposeWithdrawalInput } from '@dacsan/modules/certificates'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import { refusalError } from '#lib/certificates/refusal-field.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({
  ...(await certificateFile(ctx, params.code)),
  today: dateInVietnam(ctx.now),
})

const { reason, note, conclusion } = proposeWithdrawalInput.shape
const { number: conclusionNumber, on: conclusionOn, by: conclusionBy } = conclusion.shape
const proposalForm = z.object({ reason, note, conclusionNumber, conclusionOn, conclusionBy })
const questionForm = askCommuneInput.omit({ certificateCode: true })

export const actions: Actions = {
  propose: async ({ request, locals, params }) => {
    const form = await readForm(request, proposalForm)
    if (!form.ok) return form.answer
    const { conclusionNumber: number, conclusionOn: on, conclusionBy: by, ...given } = form.value
    const outcome = await proposeWithdrawal(locals.ctx, { certificateCode: params.code, ...given, conclusion: { number, on, by } })
    if (!outcome.ok) return fail(422, { values: form.values, errors: refusalError(outcome.refusal) })
    redirect(303, paths.withdrawals)
  },
  ask: async ({ request, locals, params }) => {
    const form = await readForm(request, questionForm)
    if (!form.ok) return form.answer
    const outcome = await askCommune(locals.ctx, { certificateCode: params.code, ...form.value })
    if (!outcome.ok) return fail(422, { values: form.values, errors: refusalError(outcome.refusal) })
    redirect(303, paths.withdrawals)
  },
}
