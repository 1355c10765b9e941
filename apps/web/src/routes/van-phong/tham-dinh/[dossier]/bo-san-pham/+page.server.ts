import { correctSet, correctSetInput, findSetChange } from '@dacsan/modules/dossiers'
import { readId } from '@dacsan/platform/ids'
import { redirect } from '@sveltejs/kit'
import { refused } from '#lib/dossier/refused.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const wanted = url.searchParams.get('bo') ?? ''
  const change = await findSetChange(ctx, params.dossier, wanted)
  if (change.dossier.may['correct-set'] !== true) redirect(303, paths.appraisal(change.dossier.id))
  return { change, wanted }
}

export const actions: Actions = {
  correct: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, correctSetInput.omit({ dossierId: true }))
    if (!form.ok) return form.answer
    const corrected = await correctSet(ctx, { ...form.value, dossierId: readId('dos', params.dossier) })
    if (!corrected.ok) return refused(corrected.refusal, form.values)
    redirect(303, paths.appraisals)
  },
}
