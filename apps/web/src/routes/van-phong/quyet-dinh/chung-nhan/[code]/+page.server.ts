import { fail, redirect } from '@sveltejs/kit'
import { certificateFile, withdrawCertificate, withdrawCertificateInput } from '@dacsan/modules/certificates'
import { dateInVietnam } from '@dacsan/vietnam'
import { confirmFirst } from '#lib/confirm/confirm-first.ts'
import { refusalError } from '#lib/certificates/refusal-field.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({
  ...(await certificateFile(ctx, params.code)),
  today: dateInVietnam(ctx.now),
})

const withdrawalForm = withdrawCertificateInput.omit({ code: true })

export const actions: Actions = {
  default: confirmFirst('certificate.withdrawn', async ({ request, locals, params }: RequestEvent) => {
    const form = await readForm(request, withdrawalForm)
    if (!form.ok) return form.answer
    const outcome = await withdrawCertificate(locals.ctx, { code: params.code, ...form.value })
    if (!outcome.ok) return fail(422, { values: form.values, errors: refusalError(outcome.refusal) })
    redirect(303, paths.certificate(params.code))
  }),
}
