import { fileAppeal, fileAppealInput, findOwnAppeals, withdrawAppeal } from '@dacsan/modules/appraisal'
import { readId } from '@dacsan/platform/ids'
import { redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { refusedAppeal } from '#lib/appeal/refused-appeal.ts'
import { readForm } from '#lib/forms.ts'
import { uploadOf } from '#lib/joining/request-form.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => findOwnAppeals(ctx, params.id)

export const actions: Actions = {
  file: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, fileAppealInput.omit({ dossierId: true }).extend({ file: z.instanceof(File).optional() }))
    if (!form.ok) return form.answer
    const { file, reason } = form.value
    const filed = await fileAppeal(ctx, { dossierId: readId('dos', params.id), reason }, uploadOf(file))
    if (!filed.ok) return refusedAppeal(filed.refusal, form.values)
    redirect(303, paths.dossierAppeals(params.id))
  },
  withdraw: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, z.object({ appealId: z.string() }))
    if (!form.ok) return form.answer
    const withdrawn = await withdrawAppeal(ctx, { appealId: readId('apl', form.value.appealId) })
    if (!withdrawn.ok) return refusedAppeal(withdrawn.refusal, form.values)
    redirect(303, paths.dossierAppeals(params.id))
  },
}
