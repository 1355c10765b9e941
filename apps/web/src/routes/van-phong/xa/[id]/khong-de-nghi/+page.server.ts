import { declineDossier, declineDossierInput, findReview } from '@dacsan/modules/dossiers'
import { readId } from '@dacsan/platform/ids'
import { redirect } from '@sveltejs/kit'
import { confirmFirst } from '#lib/confirm/confirm-first.ts'
import { refused } from '#lib/dossier/refused.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const { dossier } = await findReview(ctx, params.id)
  if (dossier.may.decline !== true) redirect(303, paths.communeReview(dossier.id))
  return { dossier: { id: dossier.id, version: dossier.version, product: dossier.product.name, producer: dossier.producer.name } }
}

export const actions: Actions = {
  decline: confirmFirst('dossier.declined', async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, declineDossierInput.omit({ dossierId: true }))
    if (!form.ok) return form.answer
    const declined = await declineDossier(ctx, { ...form.value, dossierId: readId('dos', params['id'] ?? '') })
    if (declined.ok) redirect(303, paths.communeReview(params['id'] ?? ''))
    return refused(declined.refusal, form.values)
  }),
}
