import { changeSet, changeSetInput, findSetChange } from '@dacsan/modules/dossiers'
import { readId } from '@dacsan/platform/ids'
import { redirect } from '@sveltejs/kit'
import { refused } from '#lib/dossier/refused.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const wanted = url.searchParams.get('bo') ?? ''
  const change = await findSetChange(ctx, params.id, wanted)
  if (change.dossier.may['change-set'] !== true) redirect(303, paths.dossier(change.dossier.id))
  return { change, wanted }
}

export const actions: Actions = {
  change: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, changeSetInput.omit({ dossierId: true }))
    if (!form.ok) return form.answer
    const changed = await changeSet(ctx, { ...form.value, dossierId: readId('dos', params.id) })
    if (!changed.ok) return refused(changed.refusal, form.values)
    redirect(303, paths.dossier(params.id))
  },
}
