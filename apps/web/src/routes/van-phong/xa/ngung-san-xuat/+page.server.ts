import { fail, redirect } from '@sveltejs/kit'
import {
  confirmStop,
  confirmStopInput,
  denyStop,
  denyStopInput,
  listStops,
  reportStop,
  reportStopInput,
} from '@dacsan/modules/certificates'
import type { CertificatesRefusal } from '@dacsan/modules/certificates/rules'
import { sayRefusal } from '@dacsan/modules/certificates/words'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => ({
  ...(await listStops(ctx)),
  saved: url.searchParams.has('da-gui'),
  chosen: url.searchParams.get('giay') ?? '',
})

const errorOf = (refusal: CertificatesRefusal) => ({ [refusal.code === 'conclusion-in-future' ? 'on' : 'form']: sayRefusal(refusal) })

export const actions: Actions = {
  confirm: async ({ request, locals }) => {
    const form = await readForm(request, confirmStopInput)
    if (!form.ok) return fail(422, { ...form.answer.data, of: form.answer.data.values['proposalId'] })
    const outcome = await confirmStop(locals.ctx, form.value)
    if (!outcome.ok) return fail(422, { values: form.values, errors: errorOf(outcome.refusal), of: String(form.value.proposalId) })
    redirect(303, paths.stopsSaved)
  },
  deny: async ({ request, locals }) => {
    const form = await readForm(request, denyStopInput)
    if (!form.ok) return fail(422, { ...form.answer.data, of: form.answer.data.values['proposalId'] })
    const outcome = await denyStop(locals.ctx, form.value)
    if (!outcome.ok) return fail(422, { values: form.values, errors: errorOf(outcome.refusal), of: String(form.value.proposalId) })
    redirect(303, paths.stopsSaved)
  },
  report: async ({ request, locals }) => {
    const form = await readForm(request, reportStopInput)
    if (!form.ok) return fail(422, { ...form.answer.data, of: 'bao' })
    const outcome = await reportStop(locals.ctx, form.value)
    if (!outcome.ok) return fail(422, { values: form.values, errors: errorOf(outcome.refusal), of: 'bao' })
    redirect(303, paths.stopsSaved)
  },
}
