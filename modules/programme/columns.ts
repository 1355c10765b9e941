import type { UserId } from '../identity/rules.ts'
import type { YearPlanStatus } from './acts.ts'
import type { ProductId } from '../catalogue/rules.ts'
import type { CallReason } from './rules/year-call.ts'
import type { PeriodReportId, YearCallId, YearPlanId } from './rules/ids.ts'
import type { PlannedRound } from './rules/year-plan.ts'

/** What the columns hold that PostgreSQL knows only as text or JSON (see tools/database-types.ts). */
export type Columns = {
  'period_report.id': PeriodReportId
  'year_plan.id': YearPlanId
  'year_plan.status': YearPlanStatus
  'year_plan.rounds': readonly PlannedRound[]
  'year_plan.made_by_id': UserId
  'year_plan.issued_by_id': UserId
  'year_plan_share.plan_id': YearPlanId
  'year_call.id': YearCallId
  'year_call.by_id': UserId
  'year_call_recipient.call_id': YearCallId
  'year_call_recipient.reason': CallReason
  'year_call_recipient.product_id': ProductId
}
