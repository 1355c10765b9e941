import type { Id } from '@dacsan/platform/ids'

/** What one producer has at one point by one agreement. */
export type ConsignmentId = Id<'csg'>
export type TermsId = Id<'cst'>
export type NoteId = Id<'csd'>
/** A line of the book of a consignment. */
export type EntryId = Id<'cse'>
export type StatementId = Id<'csm'>
