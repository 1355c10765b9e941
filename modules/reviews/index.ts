import './topics.ts'
export { answerQuestion, answerReview, publishAnswer, returnAnswer } from './answers/answer-post.ts'
export {
  answerInput,
  answerQuestionInput,
  answerReviewInput,
  askQuestionInput,
  editReviewInput,
  questionReasonInput,
  returnAnswerInput,
  reviewInput,
  reviewReasonInput,
  reviewWordsInput,
  writeReviewInput,
} from './inputs.ts'
export { questionList, reviewList, sellerQuestionList, sellerReviewList } from './lists.ts'
export { optOut } from './opt-out.ts'
export { askQuestion, hideQuestion } from './questions/ask-question.ts'
export { findQuestion, findReview, ownReview, reviewsOfOrder } from './read-desk.ts'
export type { ReviewView } from './read-desk.ts'
export { allPostsOf, openReviewPhoto, postsOfProduct, productToAsk, publishedReasons } from './read-public.ts'
export type { ProductPosts } from './read-public.ts'
export { hideReview, keepReview, reportReview, restoreReview, upholdHiding } from './reviews/judge-review.ts'
export { editReview, mayTry, objectToHiding, withdrawReview, writeReview } from './reviews/write-review.ts'
