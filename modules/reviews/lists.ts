import type { Ctx } from '../context.ts'
import { requireRole } from '../identity/index.ts'
import type { List } from '../list.ts'
import { questionsListed, reviewsListed } from './list.store.ts'
import type { ListedQuestion, ListedReview } from './list.store.ts'
import { judges, ownProducer } from './policy.ts'
import {
  flagWords,
  pointsWords,
  questionListWords,
  questionStateWords,
  questionsDesk,
  reviewListWords as words,
  reviewStatusWords,
  reviewsDesk,
  sellerQuestionsPage,
  sellerReviewsPage,
} from './words.ts'

const seller: List['columns'][number] = { key: 'producerName', label: words.seller, kind: 'text' }
const columns: List['columns'] = [
  { key: 'productName', label: words.product, kind: 'text' },
  { key: 'rating', label: words.rating, kind: 'choice', choices: pointsWords },
  { key: 'words', label: words.words, kind: 'text' },
  { key: 'status', label: words.status, kind: 'choice', choices: reviewStatusWords },
  { key: 'flag', label: words.flag, kind: 'choice', choices: flagWords },
  { key: 'writtenAt', label: words.writtenAt, kind: 'moment', always: true },
  { key: 'boughtIn', label: words.boughtIn, kind: 'day', onlyInFile: true },
]
const filters: List['filters'] = [
  { name: 'tinh-trang', label: words.status, column: 'status', kind: 'choice', choices: reviewStatusWords, any: words.any },
  { name: 'can-xem', label: words.flag, column: 'flag', kind: 'choice', choices: flagWords, any: words.anyFlag },
  { name: 'tu', label: words.from, column: 'writtenAt', kind: 'from' },
  { name: 'den', label: words.to, column: 'writtenAt', kind: 'to' },
]

export const sellerReviewList: List<ListedReview> = {
  name: 'danh-gia-cua-hang',
  path: '/van-phong/ban-hang/danh-gia',
  title: sellerReviewsPage.title,
  columns,
  searched: ['productName', 'words'],
  filters,
  first: ['-writtenAt', '-id'],
  source: async (ctx: Ctx) => ({ statement: reviewsListed(ctx.db, { producerId: (await ownProducer(ctx)).id }) }),
}

export const reviewList: List<ListedReview> = {
  name: 'danh-gia',
  path: '/van-phong/danh-gia',
  title: reviewsDesk.title,
  columns: [columns[0]!, seller, ...columns.slice(1)],
  searched: ['productName', 'producerName', 'words'],
  filters,
  first: ['flag', '-writtenAt', '-id'],
  source: async (ctx: Ctx) => {
    requireRole(ctx.actor, ...judges)
    return { statement: reviewsListed(ctx.db, { producerId: null }) }
  },
}

const questionColumns: List['columns'] = [
  { key: 'productName', label: questionListWords.product, kind: 'text' },
  { key: 'words', label: questionListWords.words, kind: 'text' },
  { key: 'state', label: questionListWords.state, kind: 'choice', choices: questionStateWords },
  { key: 'askedAt', label: questionListWords.askedAt, kind: 'moment', always: true },
  { key: 'answerBy', label: questionListWords.answerBy, kind: 'moment' },
]
const questionFilters: List['filters'] = [
  {
    name: 'tinh-trang',
    label: questionListWords.state,
    column: 'state',
    kind: 'choice',
    choices: questionStateWords,
    any: questionListWords.any,
  },
  { name: 'tu', label: questionListWords.from, column: 'askedAt', kind: 'from' },
  { name: 'den', label: questionListWords.to, column: 'askedAt', kind: 'to' },
]

export const sellerQuestionList: List<ListedQuestion> = {
  name: 'hoi-dap-cua-hang',
  path: '/van-phong/ban-hang/hoi-dap',
  title: sellerQuestionsPage.title,
  columns: questionColumns,
  searched: ['productName', 'words'],
  filters: questionFilters,
  first: ['state', 'answerBy', 'id'],
  source: async (ctx: Ctx) => ({ statement: questionsListed(ctx.db, { producerId: (await ownProducer(ctx)).id }) }),
}

export const questionList: List<ListedQuestion> = {
  name: 'hoi-dap',
  path: '/van-phong/hoi-dap',
  title: questionsDesk.title,
  columns: [questionColumns[0]!, { key: 'producerName', label: questionListWords.seller, kind: 'text' }, ...questionColumns.slice(1)],
  searched: ['productName', 'producerName', 'words'],
  filters: questionFilters,
  first: ['-askedAt', '-id'],
  source: async (ctx: Ctx) => {
    requireRole(ctx.actor, ...judges)
    return { statement: questionsListed(ctx.db, { producerId: null }) }
  },
}
