import { fail, redirect } from '@sveltejs/kit'
import { dropProposal, denyStopInput, listWithdrawals, withdrawCertificates, withdrawCertificatesInput } from '@dacsan/modules/certificates'
import { inspectionsBehind } from '@dacsan/modules/inspection'
import { confirmFirst } from '#lib/confirm/confirm-first.ts'
import { refusalError } from '#lib/certificates/refusal-field.ts'
import { readForm, readFormData } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  const listed = await listWithdrawals(ctx)
  return { ...listed, inspections: await inspectionsBehind(ctx, listed.open) }
}

export const actions: Actions = {
  withdraw: confirmFirst('certificate.withdrawn', async ({ request, locals }: RequestEvent) => {
    const chosen = (await readFormData(request.clone())).getAll('proposalIds').map(String)
    const form = await readForm(request, withdrawCertificatesInput)
    if (!form.ok) return fail(422, { ...form.answer.data, chosen })
    const outcome = await withdrawCertificates(locals.ctx, form.value)
    if (!outcome.ok) return fail(422, { values: form.values, errors: refusalError(outcome.refusal), chosen })
    const [code = ''] = outcome.value.codes
    redirect(303, paths.certificate(code))
  }),
  drop: async ({ request, locals }) => {
    const form = await readForm(request, denyStopInput)
    if (!form.ok) return fail(422, { ...form.answer.data, of: form.answer.data.values['proposalId'] })
    const outcome = await dropProposal(locals.ctx, form.value)
    if (!outcome.ok)
      return fail(422, {
        values: form.values,
        errors: refusalError(outcome.refusal),
        of: form.value.proposalId,
      })
    redirect(303, paths.withdrawals)
  },
}
