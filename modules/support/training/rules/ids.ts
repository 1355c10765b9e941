import type { Id } from '@dacsan/platform/ids'

export type CourseId = Id<'trc'>
export type ClassId = Id<'tcl'>
export type TrainingSessionId = Id<'tse'>
/** One place in a class; whoever has it without an account is known by it alone. */
export type ParticipantId = Id<'tpa'>
export type CostId = Id<'tco'>
/** A cost of several classes together. */
export type SharedCostId = Id<'tsc'>
