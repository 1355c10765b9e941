import { redirect } from '@sveltejs/kit'
import { ownFile } from '@dacsan/modules/catalogue'
import { addEvidence, evidenceList } from '@dacsan/modules/dossiers'
import { paperRows } from '@dacsan/modules/law'
import { readEvidence } from '#lib/dossier/evidence-form.ts'
import { refused } from '#lib/dossier/refused.ts'
import { showList } from '#lib/list/show-list.ts'
import { afterUpload, paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  if (!(await ownFile(ctx)).producer) redirect(303, paths.ownProducer)
  return { rows: paperRows(), adding: url.searchParams.has('them'), list: await showList(ctx, evidenceList, url) }
}

export const actions: Actions = {
  add: async ({ request, locals: { ctx } }) => {
    const form = await readEvidence(request)
    if (!form.ok) return form.answer
    const added = await addEvidence(ctx, form.input, form.uploads)
    if (!added.ok) return refused(added.refusal, form.values)
    redirect(303, afterUpload(paths.vault, added.value))
  },
}
