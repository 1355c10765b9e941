import { redirect } from '@sveltejs/kit'
import { takeBackDossier } from '@dacsan/modules/appraisal'
import { findDraft, withdrawDossierInput } from '@dacsan/modules/dossiers'
import { readId } from '@dacsan/platform/ids'
import { refused } from '#lib/dossier/refused.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const { dossier } = await findDraft(ctx, params.id)
  if (dossier.may.withdraw !== true) redirect(303, paths.dossier(dossier.id))
  return { dossier: { id: dossier.id, version: dossier.version, product: dossier.product.name } }
}

export const actions: Actions = {
  withdraw: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, withdrawDossierInput.omit({ dossierId: true }))
    if (!form.ok) return form.answer
    const withdrawn = await takeBackDossier(ctx, { ...form.value, dossierId: readId('dos', params.id) })
    if (withdrawn.ok) redirect(303, paths.dossier(params.id))
    return refused(withdrawn.refusal, form.values)
  },
}
