import type { WithdrawalProposalId } from '../certificates/rules.ts'
import type { ProducerId, ProductId } from '../catalogue/rules.ts'
import type { UserId } from '../identity/rules.ts'
import type { FindingAct, FindingStatus, Gravity, InspectionStatus, PlanStatus, ProductionAnswer } from './acts.ts'
import type { FindingId, InspectionId, InspectionPhotoId, InspectionPlanId } from './rules/ids.ts'
import type { Ground } from './rules/risk.ts'
import type { SheetAnswer } from './rules/sheet.ts'

/** What the columns hold that PostgreSQL knows only as text or JSON (see tools/database-types.ts). */
export type Columns = {
  'inspection_plan.id': InspectionPlanId
  'inspection_plan.status': PlanStatus
  'inspection_plan.made_by_id': UserId
  'inspection_plan.approved_by_id': UserId
  'inspection_plan_item.plan_id': InspectionPlanId
  'inspection_plan_item.product_id': ProductId
  'inspection_plan_item.grounds': readonly Ground[]
  'inspection.id': InspectionId
  'inspection.status': InspectionStatus
  'inspection.plan_id': InspectionPlanId
  'inspection.product_id': ProductId
  'inspection.producer_id': ProducerId
  'inspection.grounds': readonly Ground[]
  'inspection.answers': readonly SheetAnswer[]
  'inspection.inspector_id': UserId
  'inspection.attended_by_id': UserId
  'inspection.finished_by_id': UserId
  'inspection_photo.id': InspectionPhotoId
  'inspection_photo.inspection_id': InspectionId
  'inspection_photo.by_id': UserId
  'inspection_finding.id': FindingId
  'inspection_finding.inspection_id': InspectionId
  'inspection_finding.status': FindingStatus
  'inspection_finding.gravity': Gravity
  'inspection_finding_step.finding_id': FindingId
  'inspection_finding_step.act': FindingAct
  'inspection_finding_step.by_id': UserId
  'production_check.product_id': ProductId
  'production_check.answer': ProductionAnswer
  'production_check.by_id': UserId
  'inspection_withdrawal.proposal_id': WithdrawalProposalId
  'inspection_withdrawal.inspection_id': InspectionId
}
