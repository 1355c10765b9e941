import { redirect } from '@sveltejs/kit'
import { producerOfActor } from '@dacsan/modules/catalogue'
import { addEvidence, listEvidence } from '@dacsan/modules/dossiers'
import { evidenceState, expiryWarningFrom } from '@dacsan/modules/dossiers/rules'
import { requireRole } from '@dacsan/modules/identity'
import { paperRows } from '@dacsan/modules/law'
import { dateInVietnam } from '@dacsan/vietnam'
import { evidenceField, readEvidence } from '#lib/dossier/evidence-form.ts'
import { refused } from '#lib/dossier/refused.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  requireRole(ctx.actor, 'producer')
  if (!(await producerOfActor(ctx))) redirect(303, '/van-phong/ho-so/co-so')
  const today = dateInVietnam(ctx.now)
  const papers = await listEvidence(ctx)
  return {
    rows: paperRows(),
    adding: url.searchParams.has('them'),
    papers: papers.map((paper) => ({ ...paper, state: evidenceState(paper, today, expiryWarningFrom(today)) })),
  }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const form = await readEvidence(request)
    if (!form.ok) return form.answer
    const added = await addEvidence(ctx, form.input, form.upload)
    if (!added.ok) return refused(added.refusal, form.values, evidenceField(added.refusal.code))
    redirect(303, '/van-phong/minh-chung')
  },
}
