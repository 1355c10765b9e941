import './topics.ts'
import type { Room } from '../room.ts'
import { reviewActTables } from './acts.ts'
import { questionList, reviewList, sellerQuestionList, sellerReviewList } from './lists.ts'
import { reviewsContacts, reviewsMessages, reviewsReminders } from './messages.ts'
import { personalData } from './personal-data.store.ts'
import { askerPhoneColumn } from './questions/question.store.ts'
import { endReviewsRetention } from './retention.ts'
import { reviewsWaiting } from './waiting.ts'
import { reviewsWork } from './work.ts'

const navigation: Room['navigation'] = [
  {
    path: '/van-phong/danh-gia',
    label: 'Đánh giá',
    about: 'Đánh giá bị báo hoặc phản đối: giữ, ẩn, cho hiện lại',
    roles: ['trade-department', 'provincial-officer'],
    order: 122,
  },
  {
    path: '/van-phong/hoi-dap',
    label: 'Hỏi đáp',
    about: 'Đọc câu trả lời của người bán trước khi hiện ra',
    roles: ['trade-department', 'provincial-officer'],
    order: 123,
  },
]

export const reviewsRoom: Room = {
  name: 'reviews',
  uses: ['identity', 'law', 'catalogue', 'traceability', 'shop', 'returns'],
  acts: reviewActTables,
  navigation,
  lists: [sellerReviewList, reviewList, sellerQuestionList, questionList],
  waiting: reviewsWaiting,
  personalData,
  endRetention: endReviewsRetention,
  lockedColumns: [askerPhoneColumn],
  work: reviewsWork,
  messages: reviewsMessages,
  reminders: reviewsReminders,
  contacts: reviewsContacts,
  demo: async () => (await import('./demo.ts')).reviewsDemo,
}
