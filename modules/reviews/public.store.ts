import { prepare } from '@dacsan/platform/prepare'
import type { Slots } from '@dacsan/platform/prepare'
import { sql } from 'kysely'
import type { ProductId } from '../catalogue/rules.ts'
import type { ReadDb } from '../context.ts'
import type { MessageLanguage } from '../message-kinds.ts'
import type { QuestionId, ReviewId } from './rules/ids.ts'

export type PublicReview = {
  id: ReviewId
  rating: number
  words: string
  shownName: string
  language: MessageLanguage
  /** The first day of the month of the purchase. */
  boughtIn: string
  writtenOn: string
  isEdited: boolean
  isReturned: boolean
  isSample: boolean
  photos: number[]
  answer: { words: string; isEdited: boolean } | null
}
export type PublicQuestion = {
  id: QuestionId
  words: string
  language: MessageLanguage
  askedOn: string
  answer: string
  isSample: boolean
}

const answerTo = (column: 'review_id' | 'question_id', of: string) => sql`(
  select json_build_object('words', words, 'isEdited', version > 1) from seller_answer
  where ${sql.ref(column)} = ${sql.ref(of)} and status = 'published' order by version desc limit 1)`

const day = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD')`

type Range = { productId: ProductId; limit: number; offset: number }

// Of all that is shown: nothing but the day puts one before the other.
const page = prepare(
  (_: ReadDb, { productId, limit, offset }: Slots<Range>) => sql<{
    counted: { rating: number; count: number }[]
    reviews: PublicReview[]
  }>`
  select
    (select coalesce(json_agg(json_build_object('rating', rating, 'count', count)), '[]')
      from (select rating, count(*)::int as count from review where product_id = ${productId} and status = 'shown' group by rating) as counted) as counted,
    (select coalesce(json_agg(shown order by shown.place), '[]') from (
      select row_number() over (order by written_at desc, id desc) as place, id, rating, words, shown_name as "shownName", language,
        bought_in as "boughtIn", ${day('written_at')} as "writtenOn", version > 1 as "isEdited", returned_at is not null as "isReturned",
        is_sample as "isSample",
        (select coalesce(json_agg(photo.place order by photo.place), '[]') from review_photo as photo where photo.review_id = review.id) as photos,
        ${answerTo('review_id', 'review.id')} as answer
      from review where product_id = ${productId} and status = 'shown'
      order by written_at desc, id desc limit ${limit} offset ${offset}) as shown) as reviews`,
)

/** How many reviews gave how many points, and those of one page, the newest first. */
export async function selectPublicReviews(db: ReadDb, range: Range) {
  return (await page(db, range))[0]!
}

const answered = sql`exists (select from seller_answer where question_id = question.id and seller_answer.status = 'published')`

const questionPage = prepare(
  (_: ReadDb, { productId, limit, offset }: Slots<Range>) => sql<PublicQuestion & { total: number }>`
  select question.id, question.words, question.language, ${day('question.asked_at')} as "askedOn", is_sample as "isSample",
    ${answerTo('question_id', 'question.id')} ->> 'words' as answer, count(*) over ()::int as total
  from product_question as question
  where product_id = ${productId} and question.status = 'open' and ${answered}
  order by asked_at desc, id desc limit ${limit} offset ${offset}`,
)

/** Questions whose answer was read, the newest first. */
export async function selectPublicQuestions(db: ReadDb, range: Range): Promise<{ total: number; questions: PublicQuestion[] }> {
  const rows = await questionPage(db, range)
  return { total: rows[0]?.total ?? 0, questions: rows.map(({ total: _total, ...question }) => question) }
}
