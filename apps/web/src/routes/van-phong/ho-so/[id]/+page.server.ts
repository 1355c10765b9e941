import { findDraft } from '@dacsan/modules/dossiers'
import { requireRole } from '@dacsan/modules/identity'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  requireRole(ctx.actor, 'producer')
  const { dossier, set: _, today: __, ...draft } = await findDraft(ctx, params.id)
  const { answers: ___, choices: ____, evidence, review: _____, producer: ______, ...shown } = dossier
  return { ...draft, dossier: shown, attachedPapers: evidence.length }
}
