import { accept, refuse, refuseStatus } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import type { PhotoUploadRefusal } from '@dacsan/platform/files'
import type { DossierStatus } from '../../dossiers/rules.ts'
import { preparationActs } from '../acts.ts'

export type VisitRefusal = { code: 'dossier-not-in-appraisal'; status: DossierStatus }
export type VisitReportRefusal = VisitRefusal | { code: 'visit-reported' } | { code: 'day-in-future' } | PhotoUploadRefusal

export function decideVisitPlan(status: DossierStatus): Decision<{ planned: true }, VisitRefusal> {
  return refuseStatus(preparationActs['plan-visit'], status) ?? accept({ planned: true })
}

/** A visit is told once, when it has been made; another one is another visit. */
export function decideVisitReport(
  status: DossierStatus,
  facts: { reported: boolean; visitedOn: string; today: string },
): Decision<{ reported: true }, VisitReportRefusal> {
  const closed = refuseStatus(preparationActs['report-visit'], status)
  if (closed) return closed
  if (facts.reported) return refuse('visit-reported')
  if (facts.visitedOn > facts.today) return refuse('day-in-future')
  return accept({ reported: true })
}
