import { idInput } from '@dacsan/platform/ids'
import { requestKey } from '@dacsan/platform/request-key'
import { z } from 'zod'
import { nameStyles, plainText } from './rules/writing.ts'
import { inputWords as words } from './words/inputs.ts'

const longest = 2000
const text = (least: number, most = longest) =>
  z.string(words.words).max(most * 2, words.tooLong(most)).transform(plainText).pipe(z.string().min(least, words.words).max(most, words.tooLong(most))) // prettier-ignore
const reviewId = idInput('rvw', words.pageTooOld)
const questionId = idInput('qst', words.pageTooOld)
const answerId = idInput('ans', words.pageTooOld)
const reason = z.string(words.reason).regex(/^[a-z][a-z-]{1,30}$/, words.reason)
const rating = z.coerce.number(words.rating).int(words.rating).min(1, words.rating).max(5, words.rating)

/** Points alone are a review: not everybody writes. */
export const writeReviewInput = z.object({
  orderLineId: idInput('oln', words.pageTooOld),
  rating,
  words: text(0).default(''),
  nameStyle: z.enum(nameStyles, words.nameStyle).default('initials'),
  requestKey,
})
export type WriteReviewInput = z.infer<typeof writeReviewInput>

export const editReviewInput = z.object({ reviewId, rating, words: text(0).default(''), nameStyle: z.enum(nameStyles, words.nameStyle) })
export type EditReviewInput = z.infer<typeof editReviewInput>

export const reviewInput = z.object({ reviewId })
export type ReviewInput = z.infer<typeof reviewInput>
/** The words of somebody who objects, or of the office that decides. */
export const reviewWordsInput = z.object({ reviewId, words: text(3) })
export type ReviewWordsInput = z.infer<typeof reviewWordsInput>
export const reviewReasonInput = z.object({ reviewId, reason, words: text(0).default('') })
export type ReviewReasonInput = z.infer<typeof reviewReasonInput>

export const askQuestionInput = z.object({
  words: text(5, 600),
  /** What is no number is refused by the command, which says so beside the field. */
  phone: z.string().trim().max(30).default(''),
  requestKey,
})
export type AskQuestionInput = z.infer<typeof askQuestionInput>
export const questionReasonInput = z.object({ questionId, reason })

export const answerReviewInput = z.object({ reviewId, words: text(3) })
export const answerQuestionInput = z.object({ questionId, words: text(3) })
export const answerInput = z.object({ answerId })
export type AnswerInput = z.infer<typeof answerInput>
export const returnAnswerInput = z.object({ answerId, words: text(3, 500) })
export type ReturnAnswerInput = z.infer<typeof returnAnswerInput>
