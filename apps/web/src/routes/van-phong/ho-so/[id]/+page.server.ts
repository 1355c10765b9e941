import { dueOf, findDraft } from '@dacsan/modules/dossiers'
import { dossierPaperKinds, isEditable, isResultTold, mayMove, partProgress } from '@dacsan/modules/dossiers/rules'
import { requireRole } from '@dacsan/modules/identity'
import { dateInVietnam } from '@dacsan/vietnam'
import { firstSections } from '#lib/dossier/scoring.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  requireRole(ctx.actor, 'producer')
  const { dossier, set, statuses, gaps, warnings, renewal, score, starLaw } = await findDraft(ctx, params.id)
  const { answers: _, choices, evidence, review: __, producer: ___, ...shown } = dossier
  const reported = dossier.history.some((line) => line.move === 'propose') && dossier.status !== 'submitted'
  return {
    dossier: shown,
    editable: isEditable(dossier.status),
    resultTold: isResultTold(dossier.status),
    withdrawable: mayMove(dossier.status, 'withdraw'),
    statuses,
    gaps,
    warnings,
    renewal,
    score,
    starLaw,
    progress: partProgress(set, choices).map(({ section, criteria, unanswered }) => ({
      section,
      done: criteria.length - unanswered.length,
      all: criteria.length,
    })),
    papers: evidence.length,
    firstOf: firstSections(set, choices),
    due: dueOf(dossier, dateInVietnam(ctx.now)),
    paperKinds: dossierPaperKinds.filter((kind) => kind === 'mau-01' || kind === 'mau-02' || reported),
  }
}
