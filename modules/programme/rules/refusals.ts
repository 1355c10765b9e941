import type { YearPlanStatus } from '../acts.ts'

export type PlanIssued = { code: 'plan-issued'; status: YearPlanStatus }
/** A version is being written already. */
export type PlanBeingWritten = { code: 'plan-being-written'; status: YearPlanStatus }
export type WritePlanRefusal = PlanIssued | { code: 'changed-elsewhere' }
export type IssuePlanRefusal = PlanIssued | { code: 'plan-empty' } | { code: 'issued-in-future' } | { code: 'changed-elsewhere' }
export type YearPlanRefusal = WritePlanRefusal | IssuePlanRefusal | PlanBeingWritten

export type YearCallRefusal =
  /** Neither is the plan issued nor the round opened. */
  | { code: 'nothing-to-call-for'; year: number; round: number }
  | { code: 'round-over'; communeBefore: string }
  | { code: 'last-day-over' }
  /** The commune's own day would be after that of the law. */
  | { code: 'last-day-late'; communeBefore: string }
  | { code: 'nobody-left' }
