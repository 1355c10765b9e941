import { redirect } from '@sveltejs/kit'
import { findDraft, withdrawDossier, withdrawDossierInput } from '@dacsan/modules/dossiers'
import { mayMove } from '@dacsan/modules/dossiers/rules'
import { dossierPath } from '#lib/dossier/paths.ts'
import { refused } from '#lib/dossier/refused.ts'
import { readForm } from '#lib/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const { dossier } = await findDraft(ctx, params.id)
  if (!mayMove(dossier.status, 'withdraw')) redirect(303, dossierPath(dossier.id))
  return { dossier: { id: dossier.id, version: dossier.version, product: dossier.product.name, filed: dossier.submittedAt !== null } }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, withdrawDossierInput.omit({ dossierId: true }))
    if (!form.ok) return form.answer
    const withdrawn = await withdrawDossier(ctx, { ...form.value, dossierId: params.id })
    if (withdrawn.ok) redirect(303, dossierPath(params.id))
    return refused(withdrawn.refusal, form.values)
  },
}
