import { findDraft } from '@dacsan/modules/dossiers'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const { dossier, set: _, today: __, ...draft } = await findDraft(ctx, params.id)
  const { answers: ___, choices: ____, evidence, review: _____, producer: ______, ...shown } = dossier
  return { ...draft, dossier: shown, attachedPapers: evidence.length }
}
