import { readId } from '@dacsan/platform/ids'
import { redirect } from '@sveltejs/kit'
import { findEvidence, replaceEvidence } from '@dacsan/modules/dossiers'
import { paperRows } from '@dacsan/modules/law'
import { readEvidence } from '#lib/dossier/evidence-form.ts'
import { refused } from '#lib/dossier/refused.ts'
import { afterUpload, paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const paper = await findEvidence(ctx, readId('evi', params.id))
  if (paper.may.replace !== true) redirect(303, paths.vault)
  return { rows: paperRows(), paper }
}

export const actions: Actions = {
  replace: async ({ request, locals: { ctx }, params }) => {
    const form = await readEvidence(request)
    if (!form.ok) return form.answer
    const replaced = await replaceEvidence(ctx, readId('evi', params.id), form.input, form.uploads)
    if (!replaced.ok) return refused(replaced.refusal, form.values)
    redirect(303, afterUpload(paths.vault, replaced.value))
  },
}
