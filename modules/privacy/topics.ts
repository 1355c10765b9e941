import { z } from 'zod'
import { between, declareTopics, fieldBetween, topic } from '../law/rules.ts'
import type { ReadTopics } from '../law/rules.ts'

const kinds = {
  provide: 'xem, cung cấp',
  correct: 'chỉnh sửa',
  erase: 'xóa',
  restrict: 'hạn chế',
  object: 'phản đối',
} as const
const kindNames = Object.keys(kinds) as (keyof typeof kinds)[]

const count = z.number().int()
const days = z.object({ provide: count, correct: count, erase: count, restrict: count, object: count })

/** What the law says of answering people about their data, and of what got where it should not. */
export const privacyTopics = declareTopics({
  // 2 today; a month is what the strictest and the mildest laws of data that we know lie within.
  'personal-data.acknowledge-working-days': topic(count, {
    title: 'Trả lời đã nhận yêu cầu về dữ liệu cá nhân (ngày làm việc)',
    ...between(1, 30),
  }),
  // 10 to 20 today; within a day nobody looks anything up, and after three months an answer is none.
  'personal-data.complete-days': topic(days, {
    title: 'Thực hiện yêu cầu về dữ liệu cá nhân (ngày)',
    say: (value) => kindNames.map((kind) => `${kinds[kind]}: ${value[kind]}`).join('; '),
    bounds: kindNames.map((kind) => fieldBetween(kind, kinds[kind], 1, 90)),
  }),
  // 15 today; 0 is a law that lets nobody have more time.
  'personal-data.extension-days': topic(count, { title: 'Gia hạn yêu cầu về dữ liệu cá nhân, một lần (ngày)', ...between(0, 90) }),
  // 72 today, here and in Europe; nobody tells of a breach before an hour, and after a week it is no warning.
  'personal-data.breach-notice-hours': topic(count, { title: 'Báo cơ quan về sự cố dữ liệu cá nhân (giờ)', ...between(1, 168) }),
  // 60 today; as long as the longest papers of tax.
  'personal-data.breach-dossier-months': topic(count, {
    title: 'Lưu hồ sơ sự cố và yêu cầu về dữ liệu cá nhân (tháng)',
    ...between(1, 240),
  }),
})

declare module '../law/topics.ts' {
  interface LegalTopics extends ReadTopics<typeof privacyTopics> {}
}
