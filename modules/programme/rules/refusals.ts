import type { YearPlanStatus } from '../acts.ts'

export type PlanIssued = { code: 'plan-issued'; status: YearPlanStatus }
/** A version is being written already. */
export type PlanBeingWritten = { code: 'plan-being-written'; status: YearPlanStatus }
export type WritePlanRefusal = PlanIssued | { code: 'changed-elsewhere' }
export type IssuePlanRefusal = PlanIssued | { code: 'plan-empty' } | { code: 'issued-in-future' } | { code: 'changed-elsewhere' }
export type YearPlanRefusal = WritePlanRefusal | IssuePlanRefusal | PlanBeingWritten
