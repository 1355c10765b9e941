import type { Id } from '@dacsan/platform/ids'

/** What somebody who bought thinks of one line of an order. */
export type ReviewId = Id<'rvw'>
/** What somebody asks of a seller. */
export type QuestionId = Id<'qst'>
/** One version of what a seller answers. */
export type AnswerId = Id<'ans'>
