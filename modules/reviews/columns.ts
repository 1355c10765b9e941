import type { ProducerId, ProductId } from '../catalogue/rules.ts'
import type { UserId } from '../identity/rules.ts'
import type { MessageLanguage } from '../message-kinds.ts'
import type { OrderGroupId, OrderId, OrderLineId } from '../shop/rules.ts'
import type { LockedText } from '@dacsan/platform/locked-text'
import type { AnswerStatus, QuestionStatus, ReviewAct, ReviewSide, ReviewStatus } from './acts.ts'
import type { AnswerId, QuestionId, ReviewId } from './rules/ids.ts'

/** What the columns hold that PostgreSQL knows only as text or JSON (see tools/database-types.ts). */
export type Columns = {
  'review.id': ReviewId
  'review.order_line_id': OrderLineId
  'review.order_id': OrderId
  'review.product_id': ProductId
  'review.producer_id': ProducerId
  'review.status': ReviewStatus
  'review.language': MessageLanguage
  'review_text.review_id': ReviewId
  'review_photo.review_id': ReviewId
  'review_step.review_id': ReviewId
  'review_step.step': ReviewAct
  'review_step.side': ReviewSide
  'review_step.by_id': UserId
  'review_opt_out.group_id': OrderGroupId
  'product_question.id': QuestionId
  'product_question.product_id': ProductId
  'product_question.producer_id': ProducerId
  'product_question.status': QuestionStatus
  'product_question.language': MessageLanguage
  'product_question.phone': LockedText
  'seller_answer.id': AnswerId
  'seller_answer.review_id': ReviewId
  'seller_answer.question_id': QuestionId
  'seller_answer.status': AnswerStatus
  'seller_answer.by_id': UserId
  'seller_answer.read_by_id': UserId
}
