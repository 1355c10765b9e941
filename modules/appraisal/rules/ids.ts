import type { Id } from '@dacsan/platform/ids'

export type CouncilId = Id<'cnc'>

/** A seat of a council, not the person who has it. */
export type CouncilMemberId = Id<'cmb'>

/** A session of a council. */
export type SessionId = Id<'ses'>

/** The sheet of one member for one dossier. */
export type ScoreSheetId = Id<'sht'>

/** A product put before the council once more, under a code. */
export type RepeatSampleId = Id<'rps'>

/** A complaint about a result or a refusal. */
export type AppealId = Id<'apl'>

/** A line of the book of samples. */
export type SampleMovementId = Id<'smp'>

/** A visit of the advisory group. */
export type FieldVisitId = Id<'fvt'>

export type FieldVisitPhotoId = Id<'fvp'>

/** A test that the appraisal asked for. */
export type LaboratoryTestId = Id<'lbt'>
