import { redirect } from '@sveltejs/kit'
import { findEvidence, replaceEvidence } from '@dacsan/modules/dossiers'
import { requireRole } from '@dacsan/modules/identity'
import { paperRows } from '@dacsan/modules/law'
import { evidenceField, readEvidence } from '#lib/dossier/evidence-form.ts'
import { refused } from '#lib/dossier/refused.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  requireRole(ctx.actor, 'producer')
  return { rows: paperRows(), paper: await findEvidence(ctx, params.id) }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx }, params }) => {
    const form = await readEvidence(request)
    if (!form.ok) return form.answer
    const replaced = await replaceEvidence(ctx, params.id, form.input, form.upload)
    if (!replaced.ok) return refused(replaced.refusal, form.values, evidenceField(replaced.refusal.code))
    redirect(303, '/van-phong/minh-chung')
  },
}
