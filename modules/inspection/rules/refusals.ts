import type { PhotoUploadRefusal, UploadRefusal } from '@dacsan/platform/files'
import type { ProposalRefusal } from '../../certificates/rules.ts'
import type { FindingStatus, InspectionStatus, PlanStatus } from '../acts.ts'

export type PlanClosed = { code: 'plan-approved'; status: PlanStatus }
export type ApprovePlanRefusal = PlanClosed | { code: 'plan-empty' } | { code: 'approved-in-future' }

export type OrderRefusal = { code: 'never-recognised' } | { code: 'inspection-open'; inspectionCode: string }

export type InspectionClosed = { code: 'inspection-closed'; status: InspectionStatus }
export type AssignRefusal = InspectionClosed | { code: 'not-an-inspector' }
export type WriteRefusal = InspectionClosed | { code: 'changed-elsewhere' } | { code: 'visited-in-future' }
export type PhotographRefusal = InspectionClosed | { code: 'photo-missing' } | { code: 'taken-in-future' } | PhotoUploadRefusal
export type FindRefusal = InspectionClosed | { code: 'deadline-over' }
export type SheetFault =
  /** `items`: what the check list calls those that nothing was said of. */
  | { code: 'items-unanswered'; items: string[] }
  /** Something does not hold, and no finding says what has to be mended. */
  | { code: 'failing-without-finding'; items: string[] }
  | { code: 'sheet-incomplete'; missing: ('met' | 'place' | 'visitedAt')[] }
export type FinishRefusal = InspectionClosed | { code: 'changed-elsewhere' } | SheetFault

export type FindingClosed = { code: 'finding-closed'; status: FindingStatus }
export type MendRefusal = FindingClosed | { code: 'proof-missing' } | UploadRefusal
export type AnswerFindingRefusal = FindingClosed | { code: 'changed-elsewhere' } | { code: 'deadline-over' }

/** Those of a withdrawal itself, and where nothing of the visit speaks for one. */
export type ProposeFromVisitRefusal = InspectionClosed | { code: 'nothing-grave' } | Exclude<ProposalRefusal, { code: 'proposal-closed' }>

export type InspectionRefusal =
  | ApprovePlanRefusal
  | OrderRefusal
  | AssignRefusal
  | WriteRefusal
  | PhotographRefusal
  | FindRefusal
  | FinishRefusal
  | MendRefusal
  | AnswerFindingRefusal
  | ProposeFromVisitRefusal
