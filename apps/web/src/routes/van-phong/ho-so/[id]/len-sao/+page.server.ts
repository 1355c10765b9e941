import { attachEvidence, attachEvidenceInput, findLift } from '@dacsan/modules/dossiers'
import { readId } from '@dacsan/platform/ids'
import { redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { refused } from '#lib/dossier/refused.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({ lift: await findLift(ctx, params.id) })

export const actions: Actions = {
  attach: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, attachEvidenceInput.omit({ dossierId: true }).extend({ criterion: z.string() }))
    if (!form.ok) return form.answer
    const attached = await attachEvidence(ctx, { ...form.value, dossierId: readId('dos', params.id) })
    if (!attached.ok) return refused(attached.refusal, form.values)
    redirect(303, `${paths.dossierLift(params.id)}#tc-${form.value.criterion}`)
  },
}
