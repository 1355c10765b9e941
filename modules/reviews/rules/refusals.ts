import type { StatusRefusal } from '@dacsan/decisions'
import type { PhotoUploadRefusal } from '@dacsan/platform/files'
import type { AnswerStatus, QuestionStatus, ReviewStatus, answerActs, questionActs, reviewActs } from '../acts.ts'

export type ReviewClosed = StatusRefusal<typeof reviewActs.hide, ReviewStatus>
export type QuestionClosed = StatusRefusal<typeof questionActs.hide, QuestionStatus>
export type AnswerClosed = StatusRefusal<typeof answerActs.publish, AnswerStatus>
export type TooManyAttempts = { code: 'too-many-attempts'; minutes: number }
export type HasContact = { code: 'has-contact' }
export type ReasonUnknown = { code: 'reason-unknown' }

export type WriteRefusal =
  | TooManyAttempts
  | { code: 'not-delivered' }
  | { code: 'line-of-other-order' }
  | { code: 'sellers-own' }
  | { code: 'typed-by-seller' }
  | { code: 'too-late'; days: number }
  | { code: 'written-before' }
  | HasContact
  | { code: 'too-many-photos'; most: number }
  | PhotoUploadRefusal
export type EditRefusal = { code: 'edit-over' } | HasContact
export type ReportRefusal = ReasonUnknown | { code: 'reported-before' }
export type JudgeRefusal = ReasonUnknown | { code: 'none-reported' } | { code: 'objected-before' }
export type AskRefusal = TooManyAttempts | { code: 'nobody-sells' } | HasContact | { code: 'phone-wrong' }
export type AnswerRefusal = { code: 'same-words' }

/** Every refusal of this room: each has its sentence in `words/refusals.ts`; those that strangers meet, in every language of the public pages. */
export type ReviewsRefusal =
  | ReviewClosed
  | QuestionClosed
  | AnswerClosed
  | WriteRefusal
  | EditRefusal
  | ReportRefusal
  | JudgeRefusal
  | AskRefusal
  | AnswerRefusal
